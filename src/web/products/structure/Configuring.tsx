import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { currencies } from '../../../contract/currencies.ts'
import type { LinkValue } from '../../../contract/records.ts'
import { decimal, inCoins, product as times, written } from '../../../contract/selling/coins.ts'
import { configure, type Choices } from '../../../contract/selling/structure.ts'
import { minorUnitsOf, readDecimal, showDecimal } from '../../../fields/decimals.ts'
import { showMoney } from '../../../fields/money/currencies.ts'
import { RecordPicker } from '../../../fields/picker.tsx'
import { Configurator } from '../../kernel/selling/Configurator.tsx'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useLanguage, useManner, useText } from '../../kernel/ui/language.ts'
import { structureQuery } from '../asking.ts'
import style from '../products.module.css'
import { texts } from '../texts.ts'

interface Asked {
  company: LinkValue | null
  priceList: LinkValue | null
  currency: string
  quantity: string
}

/** A structure tried out: for whom, in which currency, how many; nothing of it is kept. */
export function Configuring({ product }: { product: string }) {
  const manner = useManner()
  const [asked, setAsked] = useState<Asked>({ company: null, priceList: null, currency: manner.currency, quantity: '1' })
  const [choices, setChoices] = useState<Choices>({})
  const found = useQuery(structureQuery(product, { company: asked.company?.id, priceList: asked.priceList?.id, currency: asked.currency }))
  return (
    <div className={style.block}>
      <Circumstances asked={asked} onChange={(more) => setAsked((before) => ({ ...before, ...more }))} />
      {found.isError ? <RefusedFace error={found.error} onRetry={() => void found.refetch()} /> : found.data === undefined ? <Waiting lines={5} />
        : <><Configurator structure={found.data.structure} prices={found.data.prices} value={choices} quantity={asked.quantity} onChange={setChoices} /><Together found={found.data} choices={choices} quantity={asked.quantity} /></>}
    </div>
  )
}

function Circumstances({ asked, onChange }: { asked: Asked; onChange(more: Partial<Asked>): void }) {
  const t = useText()
  const language = useLanguage()
  return (
    <div className={style.circumstances}>
      <RecordPicker target="company" frame={{ label: t(texts.forCompany), size: 'sm' }} value={asked.company} mayCreate={false} onChange={(company) => onChange({ company })} />
      <RecordPicker target="priceList" frame={{ label: t(texts.priceList), size: 'sm' }} value={asked.priceList} mayCreate={false} onChange={(priceList) => onChange({ priceList })} />
      <Select size="sm" label={t(texts.currency)} searchable allowDeselect={false} value={asked.currency} data={currencies.map(({ value }) => value)} onChange={(currency) => currency !== null && onChange({ currency })} />
      <TextInput size="sm" label={t(texts.howMany)} inputMode="decimal" defaultValue={asked.quantity} onChange={(event) => {
        const read = readDecimal(event.currentTarget.value, language)
        if (read !== null && decimal(read).units > 0n) onChange({ quantity: read })
      }} />
    </div>
  )
}

/** Of more than one, what all of them come to. */
function Together({ found: { structure, prices }, choices, quantity }: { found: { structure: Parameters<typeof configure>[0]; prices: Parameters<typeof configure>[1]['prices'] }; choices: Choices; quantity: string }) {
  const t = useText()
  const language = useLanguage()
  const { price } = useMemo(() => configure(structure, { choices, prices, quantity }), [structure, choices, prices, quantity])
  if (quantity === '1') return null
  const digits = minorUnitsOf(prices.currency)
  const amount = written(inCoins(times(decimal(price), decimal(quantity)), digits), digits)
  return <p className={style.together}>{t(texts.priceOfAll, { count: showDecimal(quantity, language) })} <strong>{showMoney({ amount, currency: prices.currency }, language)}</strong></p>
}
