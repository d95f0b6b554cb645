import { Button } from '@mantine/core'
import { IconRestore } from '@tabler/icons-react'
import type { Item } from '../../../contract/configuration.ts'
import { types } from '../../../fields/types.ts'
import { EmptyFace } from '../../kernel/ui/faces.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { Section } from '../../kernel/ui/Page.tsx'
import { becomes, type Configuration } from '../../kernel/shaping/configuration.ts'
import { removedItems } from '../model.ts'
import type { TabProps } from './ObjectScreen.tsx'
import { useAtOnce } from './removing.tsx'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

const daysKept = 30
const dayMilliseconds = 86_400_000

/** Fields of the object that were removed and can be brought back with their values. */
export function RemovedTab({ configuration, object }: TabProps) {
  const t = useText()
  const removed = removedItems(configuration).filter(({ kind, body }) => kind === 'field' && (body as { object?: string }).object === object.id)
  if (removed.length === 0) return <EmptyFace title={t(texts.nothingRemoved)}>{t(texts.nothingRemovedAbout)}</EmptyFace>
  return <Removed configuration={configuration} items={removed} />
}

export function RemovedObjects({ configuration }: { configuration: Configuration }) {
  const t = useText()
  const removed = removedItems(configuration).filter(({ kind }) => kind === 'object')
  return removed.length === 0 ? null : <Section wide title={t(texts.tabRemoved)}><Removed configuration={configuration} items={removed} /></Section>
}

export function Removed({ configuration, items }: { configuration: Configuration; items: readonly Item[] }) {
  const t = useText()
  const { act, why } = useAtOnce(configuration)
  return (
    <>
      <ul className={style.list}>
        {items.map((item) => {
          const { label, type } = item.body as { label: { pl: string; en: string }; type?: keyof typeof types }
          const gone = Math.floor((Date.now() - Date.parse(item.removedAt!)) / dayMilliseconds)
          return (
            <li key={`${item.kind} ${item.id}`} className={style.item}>
              <div className={style.itemBody}>
                <div>{t(label)}</div>
                <div className={style.itemAbout}>{type !== undefined && `${t(types[type].about.label)} · `}{t(texts.daysLeft, { count: Math.max(0, daysKept - gone) })}</div>
              </div>
              <Button leftSection={<IconRestore size={16} stroke={1.6} />} disabled={act.busy} onClick={() => void act.run([becomes(configuration, item.kind, item.id, item.body as never)], t(texts.restored, { name: t(label) }))}>{t(texts.restore)}</Button>
            </li>
          )
        })}
      </ul>
      {why}
    </>
  )
}
