import { Button, Group, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LinkValue, RecordRow } from '../../../contract/records.ts'
import { configure, type Choices } from '../../../contract/selling/structure.ts'
import { productStructure } from '../../../server/products/contract.ts'
import { call } from '../../kernel/api/request.ts'
import { Configurator } from '../../kernel/selling/Configurator.tsx'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { phoneWidth } from '../../kernel/ui/theme.ts'
import { texts } from '../texts.ts'
import style from '../quotes.module.css'
import { choicesOf, withConfigured } from './configuring.ts'
import type { LineRow } from './rows.ts'
import type { ContentState } from './useContent.ts'

interface ConfiguringProps {
  record: RecordRow
  line: LineRow
  state: ContentState
  onClose(): void
}

/** A structure put together for this quote, at the prices of its customer, currency and day. */
export function ConfiguringWindow({ record, line, state, onClose }: ConfiguringProps) {
  const t = useText()
  const phone = useMediaQuery(phoneWidth)
  const idOf = (value: unknown) => (value as LinkValue | null | undefined)?.id
  const query = { company: idOf(record['company']), currency: String(record['currency']), on: String(record['issuedOn']), priceList: idOf(record['priceList']) }
  const asked = useQuery({ queryKey: ['productStructure', line.product?.id, query], queryFn: ({ signal }) => call(productStructure, { params: { id: line.product!.id }, query }, signal), gcTime: 0 })
  const [changed, setChanged] = useState<Choices | null>(null)
  const choices = changed ?? (asked.data === undefined ? {} : choicesOf(state.content.rows, line.id, asked.data))
  const configured = asked.data && configure(asked.data.structure, { choices, prices: asked.data.prices, quantity: line.quantity ?? '1' })
  const take = () => {
    if (configured !== undefined) state.change((content) => ({ ...content, rows: withConfigured(content.rows, line.id, configured) }))
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={line.name} size="xl" fullScreen={phone} closeOnClickOutside={false} closeButtonProps={{ 'aria-label': t(texts.close) }}>
      {asked.isError ? <RefusedFace error={asked.error} /> : asked.data === undefined ? <Waiting lines={6} /> : (
        <div className={style.lineForm}>
          <Configurator structure={asked.data.structure} prices={asked.data.prices} value={choices} quantity={line.quantity ?? '1'} onChange={setChanged} />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t(texts.cancel)}</Button>
            <Button variant="filled" disabled={configured === undefined || configured.faults.length > 0} onClick={take}>{t(texts.putIn)}</Button>
          </Group>
        </div>
      )}
    </Modal>
  )
}
