import { Badge, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { ObjectDefinition } from '../../../contract/definition.ts'
import { fold } from '../../../expression/fold.ts'
import { draftOf, type Configuration } from '../../kernel/shaping/configuration.ts'
import { EmptyFace } from '../../kernel/ui/faces.tsx'
import { Go } from '../../kernel/ui/Go.tsx'
import { ObjectIcon } from '../../kernel/ui/icons.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { Page } from '../../kernel/ui/Page.tsx'
import { toLayoutsOf } from '../links.ts'
import { idOf, placesOf } from '../model.ts'
import { layouts as title } from '../roomTexts.ts'
import { texts } from '../texts.ts'
import { WithConfiguration } from '../WithObject.tsx'
import style from '../layouts.module.css'

/** Every object whose screens can be laid out. */
export function ObjectsScreen() {
  const t = useText()
  return <Page wide title={t(title)} lead={t(texts.choose)}><WithConfiguration>{(configuration) => <Objects configuration={configuration} />}</WithConfiguration></Page>
}

function Objects({ configuration }: { configuration: Configuration }) {
  const t = useText()
  const [sought, setSought] = useState('')
  const found = configuration.objects.filter((object) => object.hidden !== true && fold(t(object.plural)).includes(fold(sought))).sort((a, b) => rank(a) - rank(b) || t(a.plural).localeCompare(t(b.plural)))
  return (
    <>
      <TextInput className={style.find} type="search" value={sought} onChange={(event) => setSought(event.currentTarget.value)} placeholder={t(texts.findObject)} aria-label={t(texts.findObject)} leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />} />
      {found.length === 0 ? <EmptyFace title={t(texts.noneFound)}>{t(texts.noneFoundAbout)}</EmptyFace> : (
        <ul className={style.objects}>{found.map((object) => <ObjectLine key={object.id} configuration={configuration} object={object} />)}</ul>
      )}
    </>
  )
}

/** What people work in every day stands first, what ties records together last. */
const rank = ({ navigation }: ObjectDefinition): number => (navigation === undefined ? 2 : navigation.group === 'settings' ? 1 : 0)

function ObjectLine({ configuration, object }: { configuration: Configuration; object: ObjectDefinition }) {
  const t = useText()
  const places = placesOf(configuration, object)
  const drafts = places.filter((place) => draftOf(configuration, 'layout', idOf(object, place)) !== null).length
  return (
    <li className={style.objectLine}>
      <span className={style.objectSign}><ObjectIcon name={object.icon} /></span>
      <Go className={style.objectName} href={toLayoutsOf(object.id)}>{t(object.plural)}</Go>
      {drafts > 0 && <Badge color="amber" variant="light">{t(texts.draftCount, { count: drafts })}</Badge>}
      <span className={style.quiet}>{t(texts.publishedCount, { count: (object.layouts ?? []).length })}</span>
    </li>
  )
}
