import { Badge } from '@mantine/core'
import type { ChoiceValue } from '../../../contract/definition.ts'
import { Tag } from '../../../fields/tag.tsx'
import { EmptyFace } from '../../kernel/ui/faces.tsx'
import { Go } from '../../kernel/ui/Go.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { itemOf } from '../../kernel/shaping/configuration.ts'
import { toField, toListOfChoices } from '../links.ts'
import { shapedFields } from '../model.ts'
import type { TabProps } from './ObjectScreen.tsx'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

/** Where the choice fields have their values from. */
export function ListsTab({ configuration, object }: TabProps) {
  const t = useText()
  const fields = shapedFields(object).filter((field) => 'choices' in field)
  if (fields.length === 0) return <EmptyFace title={t(texts.noLists)}>{t(texts.noListsAbout)}</EmptyFace>
  return (
    <>
      <p className={style.fact}>{t(texts.listsAbout)}</p>
      <ul className={style.list}>
        {fields.map((field) => {
          const list = 'list' in field && field.list !== undefined ? itemOf(configuration, 'choiceList', field.list) : null
          return (
            <li key={field.id} className={style.item}>
              <div className={style.itemBody}>
                <span className={style.nameRow}><Go className={style.lineName} href={toField(object.id, field.id)}>{t(field.label)}</Go>{list === null ? <Badge color="gray" variant="light">{t(texts.ownValues)}</Badge> : <Go className={`sd-link ${style.above}`} href={toListOfChoices(list.id)}>{t(texts.sharedValues, { name: t(list.body.label) })}</Go>}</span>
                <Values choices={'choices' in field ? field.choices : []} />
              </div>
            </li>
          )
        })}
      </ul>
    </>
  )
}

const shownAtMost = 12

export function Values({ choices }: { choices: readonly ChoiceValue[] }) {
  const t = useText()
  const current = choices.filter((choice) => choice.archived !== true)
  const rest = current.length - shownAtMost
  const archived = choices.length - current.length
  return (
    <div className={style.tags}>
      {current.slice(0, shownAtMost).map((choice) => <Tag key={choice.value} color={choice.color}>{t(choice.label)}</Tag>)}
      {rest > 0 && <span className={style.quiet}>+{rest}</span>}
      {archived > 0 && <span className={style.quiet}>{t(texts.archivedValues, { count: archived })}</span>}
    </div>
  )
}
