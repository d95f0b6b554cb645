import { UnstyledButton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconChevronRight, IconFilter } from '@tabler/icons-react'
import { Fragment } from 'react'
import type { Verb } from '../../../contract/definition.ts'
import type { ObjectView } from '../../../contract/records.ts'
import { useMetadata } from '../../kernel/api/metadata.ts'
import { ObjectIcon } from '../../kernel/ui/icons.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { phoneWidth } from '../../kernel/ui/theme.ts'
import { differencesOf, grantsAt, narrowedOf, verbOrder, withheldOf, withScope, type Rights, type Scope } from './draft.ts'
import type { Part } from './ObjectRights.tsx'
import { scopeNames, scopeTexts, texts, verbTexts } from './texts.ts'
import { followedBy, groupsOf, scopesFor } from './words.ts'
import style from './roles.module.css'

interface MatrixProps {
  rights: Rights
  saved: Rights
  onChange(rights: Rights): void
  onOpen(opened: { object: string; part: Part }): void
  readOnly: boolean
}
type RowProps = Omit<MatrixProps, 'saved'> & { object: ObjectView; changed: ReadonlySet<string> }

/** Objects by verbs; each cell says which records. On a telephone one object under another. */
export function MatrixEditor({ saved, ...rest }: MatrixProps) {
  const t = useText()
  const phone = useMediaQuery(phoneWidth, undefined, { getInitialValueInEffect: false })
  const groups = groupsOf(useMetadata().objects)
  const changed = new Set(differencesOf(rest.rights, saved))
  if (phone) return groups.map(({ key, objects }) => <div key={key} className={style.cards}><h3 className={style.group}>{t(texts[key])}</h3>{objects.map((object) => <ObjectCard key={object.name} object={object} changed={changed} {...rest} />)}</div>)
  return (
    <div className={style.scroll} tabIndex={0} role="region" aria-label={t(texts.data)}>
      <table className={style.matrix}>
        <thead>
          <tr>
            <th scope="col">{t(texts.kind)}</th>
            {verbOrder.map((verb) => <th key={verb} scope="col">{t(verbTexts[verb])}</th>)}
            <th scope="col">{t(texts.fields)}</th>
            <th scope="col">{t(texts.works)}</th>
          </tr>
        </thead>
        {groups.map(({ key, objects }) => (
          <tbody key={key}>
            <tr><th colSpan={8} scope="rowgroup" className={style.group}>{t(texts[key])}</th></tr>
            {objects.map((object) => <ObjectRow key={object.name} object={object} changed={changed} {...rest} />)}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function ObjectRow(props: RowProps) {
  const { object } = props
  return (
    <tr>
      <th scope="row"><ObjectName {...props} /></th>
      {verbOrder.map((verb) => <td key={verb}><Cell {...props} verb={verb} /></td>)}
      <td><FieldsButton {...props} object={object} /></td>
      <td><WorksButton {...props} /></td>
    </tr>
  )
}

function ObjectCard(props: RowProps) {
  const t = useText()
  return (
    <section className={style.card} aria-label={t(props.object.plural)}>
      <ObjectName {...props} />
      {verbOrder.map((verb) => <Fragment key={verb}><span className={style.cardVerb}>{t(verbTexts[verb])}</span><Cell {...props} verb={verb} /></Fragment>)}
      <span className={style.cardVerb}>{t(texts.fields)}</span>
      <FieldsButton {...props} />
      <span className={style.cardVerb}>{t(texts.works)}</span>
      <WorksButton {...props} />
    </section>
  )
}

function ObjectName({ object, onOpen }: RowProps) {
  const t = useText()
  const follows = followedBy(useMetadata(), object, t)
  return (
    <UnstyledButton className={style.object} onClick={() => onOpen({ object: object.name, part: 'records' })} title={t(texts.openObject, { object: t(object.plural) })}>
      <ObjectIcon name={object.icon} size={16} />
      <span className={style.objectName}>
        {t(object.plural)}
        {follows !== '' && <span className={style.hint}>{t(texts.follows, { targets: follows })}</span>}
      </span>
      <IconChevronRight className={style.open} size={15} stroke={1.7} aria-hidden />
    </UnstyledButton>
  )
}

function Cell({ object, verb, rights, onChange, onOpen, readOnly, changed }: RowProps & { verb: Verb }) {
  const t = useText()
  const grants = grantsAt(rights, object.name, verb)
  const [first] = grants
  const label = t(texts.cell, { object: t(object.plural), verb: t(verbTexts[verb]) })
  const everybody = object.baseline?.[verb]
  const isChanged = changed.has(`grant ${object.name} ${verb}`)
  const open = () => onOpen({ object: object.name, part: 'records' })
  return (
    <div className={style.cell} data-changed={isChanged || undefined}>
      {grants.length > 1 ? (
        <button type="button" className={style.several} onClick={open} aria-label={`${label}: ${t(texts.several, { count: grants.length })}`}>{t(texts.several, { count: grants.length })}</button>
      ) : (
        <ScopeSelect label={label} object={object} scope={first?.scope} disabled={readOnly} onChange={(scope) => onChange(withScope(rights, object.name, verb, scope))} />
      )}
      {first?.rule && grants.length === 1 && (
        <button type="button" className={style.ruled} onClick={open} title={first.rule} aria-label={`${label}: ${t(texts.withRule)}`}>
          <IconFilter size={13} stroke={1.8} aria-hidden />
        </button>
      )}
      {everybody !== undefined && everybody !== 'none' && grants.length === 0 && <span className={style.hint}>{t(texts.everybody, { scope: t(scopeTexts[everybody]) })}</span>}
    </div>
  )
}

/** The browser's own list: quick in the hundred, and right on every device. */
export function ScopeSelect({ label, object, scope, disabled, onChange, none = true }: { label: string; object: ObjectView; scope: Scope | undefined; disabled?: boolean; onChange(scope: Scope | 'none'): void; none?: boolean }) {
  const t = useText()
  const value = scope ?? 'none'
  return (
    <select className={style.select} data-scope={value} aria-label={label} value={value} disabled={disabled} title={t(scopeNames[value])} onChange={(event) => onChange(event.currentTarget.value as Scope | 'none')}>
      {none && <option value="none">{t(scopeTexts.none)}</option>}
      {scopesFor(object, scope).map((one) => <option key={one} value={one}>{t(scopeTexts[one])}</option>)}
    </select>
  )
}

function FieldsButton({ object, rights, onOpen, changed }: RowProps) {
  const t = useText()
  const count = narrowedOf(rights, object.name)
  const isChanged = [...changed].some((place) => place.startsWith(`field ${object.name}.`))
  return (
    <div className={style.cell} data-narrow data-changed={isChanged || undefined}>
      <button type="button" className={style.fieldsButton} data-some={count > 0 || undefined} onClick={() => onOpen({ object: object.name, part: 'fields' })} aria-label={`${t(object.plural)}, ${t(texts.fields)}: ${count === 0 ? t(texts.allFields) : t(texts.narrowed, { count })}`}>
        {count === 0 ? t(texts.allFields) : t(texts.narrowed, { count })}
      </button>
    </div>
  )
}

function WorksButton({ object, rights, onOpen, changed }: RowProps) {
  const t = useText()
  const count = withheldOf(rights, object.name)
  const isChanged = [...changed].some((place) => /^withheld \w+ /.test(place) && place.split(' ')[2]!.startsWith(`${object.name}.`))
  const words = count === 0 ? t(texts.allFields) : t(texts.withheldCount, { count })
  return (
    <div className={style.cell} data-narrow data-changed={isChanged || undefined}>
      <button type="button" className={style.fieldsButton} data-some={count > 0 || undefined} onClick={() => onOpen({ object: object.name, part: 'works' })} aria-label={`${t(object.plural)}, ${t(texts.works)}: ${words}`}>{words}</button>
    </div>
  )
}
