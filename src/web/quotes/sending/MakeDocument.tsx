import { Button, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { makeDocumentRoute, offeredTemplates } from '../../../server/documents/contract.ts'
import { call } from '../../kernel/api/request.ts'
import { useText } from '../../kernel/ui/language.ts'
import { refused } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { texts } from './texts.ts'

/** A document of this quote from one of the templates, as PDF where that can be made here. Without templates there is nothing to offer. */
export function MakeDocument({ quote, onMade }: { quote: string; onMade(id: string): Promise<void> }) {
  const t = useText()
  const offered = useQuery({ queryKey: ['offeredTemplates', 'quote', quote], queryFn: ({ signal }) => call(offeredTemplates, { query: { object: 'quote', id: quote } }, signal), retry: false })
  const make = useAct(async (template: string) => {
    const made = await call(makeDocumentRoute, { body: { template, object: 'quote', id: quote, format: offered.data?.pdf.available ? 'pdf' : 'file' } })
    await onMade(made.id)
  }, refused)
  const templates = offered.data?.templates ?? []
  if (templates.length === 0) return null
  return (
    <Menu position="bottom-start">
      <Menu.Target><Button size="compact-sm" variant="subtle" loading={make.busy}>{t(texts.make)}</Button></Menu.Target>
      <Menu.Dropdown>{templates.map(({ id, name, hindrance }) => <Menu.Item key={id} disabled={hindrance !== null} title={hindrance ?? undefined} onClick={() => void make.run(id)}>{name}</Menu.Item>)}</Menu.Dropdown>
    </Menu>
  )
}
