import { Badge, Button } from '@mantine/core'
import { IconArrowRight, IconPlus } from '@tabler/icons-react'
import type { FieldDefinition } from '../../../contract/definition.ts'
import { Go } from '../../kernel/ui/Go.tsx'
import { useGo } from '../../kernel/ui/go.ts'
import { useText } from '../../kernel/ui/language.ts'
import { Section } from '../../kernel/ui/Page.tsx'
import { toField, toNewField, toObject } from '../links.ts'
import { linksTo, objectNamed, shapedFields, targetOf } from '../model.ts'
import type { TabProps } from './ObjectScreen.tsx'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

/** What leads from here and to here, and how each way is called. */
export function LinksTab({ configuration, object }: TabProps) {
  const t = useText()
  const go = useGo()
  const from = shapedFields(object).filter((field) => targetOf(field) !== null)
  const to = linksTo(configuration, object.name)
  return (
    <>
      <div className={style.bar}><span /><Button variant="filled" leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => go(toNewField(object.id, 'link'))}>{t(texts.newLink)}</Button></div>
      <Section wide title={t(texts.linksFrom)} about={t(texts.linksFromAbout)}>
        {from.length === 0 ? <p className={style.fact}>{t(texts.noLinksFrom)}</p> : (
          <ul className={style.list}>
            {from.map((field) => <LinkLine key={field.id} field={field} href={toField(object.id, field.id)} other={objectNamed(configuration, targetOf(field)!)} configuration={configuration} object={object} />)}
          </ul>
        )}
      </Section>
      <Section wide title={t(texts.linksTo)} about={t(texts.linksToAbout)}>
        {to.length === 0 ? <p className={style.fact}>{t(texts.noLinksTo)}</p> : (
          <ul className={style.list}>
            {to.map((link) => <LinkLine key={link.field.id} field={link.field} href={toField(link.object.id, link.field.id)} other={link.object} isBack configuration={configuration} object={object} />)}
          </ul>
        )}
      </Section>
    </>
  )
}

interface LineProps extends TabProps {
  field: FieldDefinition
  href: string
  other: TabProps['object'] | null
  isBack?: boolean
}

function LinkLine({ field, href, other, isBack = false }: LineProps) {
  const t = useText()
  const reverse = 'reverse' in field ? field.reverse : undefined
  const name = other === null ? '' : t(other.plural)
  return (
    <li className={style.item}>
      <div className={style.itemBody}>
        <span className={style.nameRow}>
          {isBack && other !== null && <><Go className="sd-link" href={toObject(other.id)}>{name}</Go><IconArrowRight size={14} aria-hidden /></>}
          <Go className={style.lineName} href={href}>{t(field.label)}</Go>
          {!isBack && other !== null && <><IconArrowRight size={14} aria-hidden /><Go className={`sd-link ${style.above}`} href={toObject(other.id)}>{name}</Go></>}
          <Badge color="gray" variant="light">{t(field.type === 'links' ? texts.several : texts.one)}</Badge>
          {field.custom === true && <Badge color="violet" variant="light">{t(texts.ownField)}</Badge>}
        </span>
        <div className={style.itemAbout}>{reverse === undefined ? t(texts.noWayBack) : t(texts.wayBack, { name: t(reverse) })}</div>
      </div>
    </li>
  )
}
