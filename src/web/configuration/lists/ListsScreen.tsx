import { Button } from '@mantine/core'
import { IconList, IconPlus } from '@tabler/icons-react'
import { EmptyFace } from '../../kernel/ui/faces.tsx'
import { Go } from '../../kernel/ui/Go.tsx'
import { useGo } from '../../kernel/ui/go.ts'
import { useText } from '../../kernel/ui/language.ts'
import { Page, Section } from '../../kernel/ui/Page.tsx'
import { itemsOf, type Configuration } from '../../kernel/shaping/configuration.ts'
import { newList, toListOfChoices } from '../links.ts'
import { removedItems } from '../model.ts'
import { Values } from '../objects/ListsTab.tsx'
import { Removed } from '../objects/RemovedTab.tsx'
import { texts as objectTexts } from '../objects/texts.ts'
import { WithConfiguration } from '../WithConfiguration.tsx'
import { usersOf } from './users.ts'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

/** Lists of choices that several fields share. */
export function ListsScreen() {
  const t = useText()
  return <WithConfiguration title={t(texts.lists)}>{(configuration) => <Lists configuration={configuration} />}</WithConfiguration>
}

function Lists({ configuration }: { configuration: Configuration }) {
  const t = useText()
  const go = useGo()
  const lists = itemsOf(configuration, 'choiceList')
  const removed = removedItems(configuration).filter(({ kind }) => kind === 'choiceList')
  const add = <Button variant="filled" leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => go(toListOfChoices(newList))}>{t(texts.newList)}</Button>
  return (
    <Page wide title={t(texts.lists)} lead={t(texts.lead)} acts={lists.length > 0 && add}>
      {lists.length === 0 && <EmptyFace icon={<IconList size={28} stroke={1.5} aria-hidden />} title={t(texts.noLists)} action={add}>{t(texts.noListsAbout)}</EmptyFace>}
      {lists.length > 0 && (
        <ul className={style.list}>
          {lists.map(({ id, body }) => (
            <li key={id} className={style.item}>
              <div className={style.itemBody}><Go className={style.lineName} href={toListOfChoices(id)}>{t(body.label)}</Go><Values choices={body.choices} /></div>
              <span className={style.figure}>{t(texts.usedBy, { count: usersOf(configuration, id).length })}</span>
            </li>
          ))}
        </ul>
      )}
      {removed.length > 0 && <Section wide title={t(objectTexts.tabRemoved)}><Removed configuration={configuration} items={removed} /></Section>}
    </Page>
  )
}
