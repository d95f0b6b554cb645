import { Menu, Button } from '@mantine/core'
import { IconTextPlus } from '@tabler/icons-react'
import type { ObjectView, RecordRow } from '../../../contract/records.ts'
import { fieldOf, useObject } from '../../kernel/api/metadata.ts'
import { useList } from '../../kernel/api/records.ts'
import { saveFields } from '../../kernel/records/form/saving.ts'
import { Fields } from '../../kernel/records/page/Fields.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { refused } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import style from './wording.module.css'
import { texts } from './texts.ts'

const words = ['introduction', 'terms', 'payment', 'delivery'] as const
type Word = (typeof words)[number]

/** What a quote says beside its lines; blocks of text that the firm keeps are put in with one press. */
export function WordingTab({ object, record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const mayChange = record.can?.change === true && record['state'] === 'draft'
  return (
    <div className={style.page}>
      {words.map((name) => {
        const field = fieldOf(object, name)
        return field && (
          <section key={name} className={style.word}>
            <Fields object={object} record={record} sections={[{ key: name, label: field.label, fields: [field] }]} />
            {mayChange && field.access === 'write' && <Blocks object={object} record={record} word={name} />}
          </section>
        )
      })}
      {!mayChange && <p className={style.quiet}>{t(texts.onlyDraft)}</p>}
    </div>
  )
}

/** Blocks of this kind in the quote's language. They are added below what is there: nothing written is replaced. */
function Blocks({ object, record, word }: { object: ObjectView; record: RecordRow; word: Word }) {
  const t = useText()
  const known = useObject('textBlock')
  const blocks = useList('textBlock', { columns: ['name', 'text'], where: `kind = '${word}' and language = '${record['language'] === 'en' ? 'en' : 'pl'}'`, order: 'name', limit: 50 }, { enabled: known !== null })
  const insert = useAct((text: string) => saveFields(object, record, { [word]: [record[word], text].filter(Boolean).join(word === 'payment' || word === 'delivery' ? '; ' : '\n\n') }), refused)
  const rows = blocks.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Menu position="bottom-start">
      <Menu.Target><Button size="compact-sm" variant="subtle" loading={insert.busy} leftSection={<IconTextPlus size={15} aria-hidden />}>{t(texts.insert)}</Button></Menu.Target>
      <Menu.Dropdown>{rows.map((row) => <Menu.Item key={row.id} onClick={() => void insert.run(String(row['text'] ?? ''))}>{String(row['name'])}</Menu.Item>)}</Menu.Dropdown>
    </Menu>
  )
}
