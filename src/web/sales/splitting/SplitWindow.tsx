import { Alert, Button, Checkbox, Group, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { LinkValue, RecordRow } from '../../../contract/records.ts'
import { asText } from '../../../fields/as-text.ts'
import { split } from '../../../server/sales/contract.ts'
import { queries } from '../../kernel/api/client.ts'
import { fieldOf, useObject } from '../../kernel/api/metadata.ts'
import { sentence } from '../../kernel/api/problem.ts'
import { undoRecord, useList } from '../../kernel/api/records.ts'
import { call } from '../../kernel/api/request.ts'
import { Waiting } from '../../kernel/ui/faces.tsx'
import { useLanguage, useManner, useText } from '../../kernel/ui/language.ts'
import { told } from '../../kernel/ui/notify.tsx'
import { common } from '../../kernel/ui/texts.ts'
import { useAct } from '../../kernel/ui/useAct.ts'
import { Window } from '../../kernel/ui/Window.tsx'
import { texts } from './texts.ts'

/** Some products of a deal become a deal of their own. */
export function SplitWindow({ deal, onClose }: { deal: RecordRow; onClose(): void }) {
  const t = useText()
  const lines = useList('opportunityLine', { columns: ['product', 'quantity', 'amount'], where: `opportunity = '${deal.id}'`, order: 'position,createdAt', limit: 500 })
  return (
    <Window title={t(texts.split)} onClose={onClose}>
      {lines.data === undefined ? <Waiting lines={4} /> : lines.data.rows.length === 0 ? <p>{t(texts.none)}</p> : <Choosing deal={deal} lines={lines.data.rows} onClose={onClose} />}
    </Window>
  )
}

function Choosing({ deal, lines, onClose }: { deal: RecordRow; lines: readonly RecordRow[]; onClose(): void }) {
  const t = useText()
  const language = useLanguage()
  const [name, setName] = useState(`${String(deal['name'])} (2)`)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const act = useAct(async () => {
    const made = await call(split, { params: { id: deal.id }, body: { name, lines: [...chosen] } })
    await queries.invalidateQueries({ queryKey: ['records'] })
    told(t(texts.done, { name: made.name }), { undo: () => undoRecord({ operation: made.operation }) })
    onClose()
  })
  const all = chosen.length === lines.length
  const submit = (event: FormEvent) => (event.preventDefault(), void act.run())
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <div>{t(texts.about)}</div>
        {act.error !== null && <Alert color="red" role="alert">{sentence(act.error, language)}</Alert>}
        <TextInput label={t(texts.name)} value={name} onChange={(event) => setName(event.currentTarget.value)} required maxLength={300} data-autofocus />
        <Checkbox.Group label={t(texts.which)} value={[...chosen]} onChange={setChosen} error={all ? t(texts.all) : undefined}>
          <Stack gap="xs" mt="xs">{lines.map((line) => <Line key={line.id} line={line} />)}</Stack>
        </Checkbox.Group>
        <Group justify="flex-end">
          <Button onClick={onClose}>{t(common.cancel)}</Button>
          <Button type="submit" variant="filled" loading={act.busy} disabled={chosen.length === 0 || all || name.trim() === ''}>{t(texts.split)}</Button>
        </Group>
      </Stack>
    </form>
  )
}

function Line({ line }: { line: RecordRow }) {
  const manner = useManner()
  const object = useObject('opportunityLine')!
  const said = (name: string) => { const field = fieldOf(object, name); return field === null || line[name] == null ? '' : asText(line[name], field, manner) }
  return <Checkbox value={line.id} label={(line['product'] as LinkValue | null)?.name ?? '–'} description={[said('quantity'), said('amount')].filter(Boolean).join(' · ')} />
}
