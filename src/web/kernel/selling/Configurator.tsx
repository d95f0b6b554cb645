import { Button, Checkbox, Radio, TextInput } from '@mantine/core'
import { useId, useMemo } from 'react'
import type { Refusal } from '../../../contract/refusal.ts'
import { chosenInstead, configure, type Choices, type Configured, type ConfiguredPart, type Structure, type StructurePrices } from '../../../contract/selling/structure.ts'
import { units } from '../../../contract/selling/choices.ts'
import { readDecimal, showDecimal } from '../../../fields/decimals.ts'
import { showMoney } from '../../../fields/money/currencies.ts'
import { Tag } from '../../../fields/tag.tsx'
import { useLanguage, useText, type Teller } from '../ui/language.ts'
import style from './selling.module.css'
import { texts } from './texts.ts'

export interface ConfiguratorProps {
  structure: Structure
  prices: StructurePrices
  value: Choices
  /** How many wholes: scale prices of the parts depend on it. */
  quantity?: string
  isLocked?: boolean
  onChange(value: Choices): void
}

/** A structure as it is chosen: what is required stands, options are ticked, of alternatives one is taken; price and faults follow at once. */
export function Configurator({ structure, prices, value, quantity = '1', isLocked = false, onChange }: ConfiguratorProps) {
  const t = useText()
  const configured = useMemo(() => configure(structure, { choices: value, prices, quantity }), [structure, value, prices, quantity])
  const faults = useMemo(() => Map.groupBy(configured.faults, ({ field }) => field ?? ''), [configured])
  const chosen = useMemo(() => new Set(['', ...configured.parts.filter(({ isChosen }) => isChosen).map(({ key }) => key)]), [configured])
  const shown = configured.parts.filter(({ parent }) => chosen.has(parent))
  const set = (key: string, to: string) => onChange(chosenInstead(value, configured, { key, quantity: to }))
  return (
    <div className={style.configurator}>
      <Faults faults={faults.get('') ?? []} />
      <ul className={style.parts} aria-label={t(texts.parts)}>
        {shown.map((part, at) => <PartRow key={part.key} part={part} opensGroup={isFirstOfGroup(part, shown.slice(0, at))} currency={prices.currency} faults={faults.get(part.key) ?? []} isLocked={isLocked} onSet={(to) => set(part.key, to)} />)}
      </ul>
      <Foot configured={configured} currency={prices.currency} onReset={isLocked || Object.keys(value).length === 0 ? undefined : () => onChange({})} />
    </div>
  )
}

/** Parts of what is chosen may stand between two of one group: it is named once. */
const isFirstOfGroup = ({ parent, component: { choiceGroup } }: ConfiguredPart, before: readonly ConfiguredPart[]): boolean =>
  choiceGroup !== null && !before.some((one) => one.parent === parent && one.component.choiceGroup === choiceGroup)

interface PartRowProps {
  part: ConfiguredPart
  opensGroup: boolean
  currency: string
  faults: readonly Refusal[]
  isLocked: boolean
  onSet(quantity: string): void
}

function PartRow({ part, opensGroup, currency, faults, isLocked, onSet }: PartRowProps) {
  const t = useText()
  const language = useLanguage()
  const { component, product, level, isChosen } = part
  const id = useId()
  const money = (amount: string | null) => (amount === null ? t(texts.noPrice) : showMoney({ amount, currency }, language))
  return (
    <li className={style.part} data-chosen={isChosen || undefined} data-faulty={faults.length > 0 || undefined} style={{ '--level': level } as object}>
      {opensGroup && <p className={style.group}>{component.choiceGroup} <span>{t(component.kind === 'alternative' ? texts.chooseOne : texts.chooseAtMostOne)}</span></p>}
      <div className={style.row}>
        <Taking part={part} isLocked={isLocked} describedBy={faults.length > 0 ? id : undefined} onTake={(isTaken) => onSet(isTaken ? component.quantity : '0')} />
        <Quantity key={part.quantity} part={part} isLocked={isLocked} onSet={onSet} />
        <span className={style.price} data-quiet={!isChosen || part.isIncluded || undefined}>{part.isIncluded ? t(texts.inPrice) : isChosen || component.kind === 'alternative' ? money(part.amount) : `+ ${money(part.amount)}`}</span>
      </div>
      <Faults id={id} faults={faults} />
      <span className="sd-unseen">{product.code}</span>
    </li>
  )
}

function Taking({ part: { component, product, isChosen, parent }, isLocked, describedBy, onTake }: { part: ConfiguredPart; isLocked: boolean; describedBy: string | undefined; onTake(isTaken: boolean): void }) {
  const t = useText()
  const label = <>{product.name} <span className={style.code}>{product.code}</span></>
  const about = { size: 'xs', label, checked: isChosen, disabled: isLocked, 'aria-describedby': describedBy } as const
  if (component.kind === 'required') return <span className={style.required}>{label}</span>
  if (component.kind === 'alternative') return <Radio {...about} name={`${parent} ${component.choiceGroup}`} onChange={() => onTake(true)} />
  return <span className={style.taking}><Checkbox {...about} onChange={(event) => onTake(event.currentTarget.checked)} />{component.kind === 'optional' && <Tag>{t(texts.optional)}</Tag>}</span>
}

/** Fixed where the structure sets no limits. */
function Quantity({ part: { component, product, quantity, isChosen }, isLocked, onSet }: { part: ConfiguredPart; isLocked: boolean; onSet(quantity: string): void }) {
  const t = useText()
  const language = useLanguage()
  const unit = units.find(({ value }) => value === product.unit)
  // What is no number stands as it was typed, with its fault.
  const said = /^-?\d+(\.\d+)?$/.test(quantity) ? showDecimal(quantity, language) : quantity
  const isFree = component.minQuantity !== null || component.maxQuantity !== null
  const put = (typed: string) => {
    const read = readDecimal(typed, language)
    if (typed.trim() !== said) onSet(read ?? typed.trim())
  }
  if (!isFree || !isChosen || isLocked) return <span className={style.quantity}>{said} {unit && t(unit.label)}</span>
  return (
    <span className={style.quantity}>
      <TextInput size="xs" className={style.quantityInput} inputMode="decimal" defaultValue={said} aria-label={t(texts.quantityOf, { part: product.name })} title={limits(component, t)} onBlur={(event) => put(event.currentTarget.value)} onKeyDown={(event) => event.key === 'Enter' && put(event.currentTarget.value)} />
      {unit && t(unit.label)}
    </span>
  )
}

function limits({ minQuantity: min, maxQuantity: max }: ConfiguredPart['component'], t: Teller): string {
  if (min === null) return t(texts.upTo, { max })
  return max === null ? t(texts.from, { min }) : t(texts.between, { min, max })
}

function Faults({ faults, id }: { faults: readonly Refusal[]; id?: string }) {
  const t = useText()
  if (faults.length === 0) return null
  return <ul id={id} className={style.faults}>{faults.map(({ code, text, values }) => <li key={`${code} ${JSON.stringify(values)}`}>{t(text, values)}</li>)}</ul>
}

function Foot({ configured: { price, faults, unpriced }, currency, onReset }: { configured: Configured; currency: string; onReset: (() => void) | undefined }) {
  const t = useText()
  const language = useLanguage()
  return (
    <div className={style.foot}>
      <span role="status" className={style.standing} data-faulty={faults.length > 0 || undefined}>
        {faults.length > 0 ? t(texts.faults, { count: faults.length }) : t(texts.complete)}{unpriced.length > 0 && ` · ${t(texts.unpriced, { count: unpriced.length })}`}
      </span>
      {onReset && <Button size="compact-md" variant="subtle" onClick={onReset}>{t(texts.asAtFirst)}</Button>}
      <span className={style.total}>{t(texts.whole)} <strong>{showMoney({ amount: price, currency }, language)}</strong></span>
    </div>
  )
}
