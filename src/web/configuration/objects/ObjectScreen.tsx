import { Badge, Button, Tabs } from '@mantine/core'
import { IconColumns, IconExternalLink } from '@tabler/icons-react'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, type ComponentType } from 'react'
import type { ObjectDefinition } from '../../../contract/definition.ts'
import type { Text } from '../../../contract/text.ts'
import { EmptyFace, Waiting } from '../../kernel/ui/faces.tsx'
import { Go } from '../../kernel/ui/Go.tsx'
import { useGo } from '../../kernel/ui/go.ts'
import { ObjectIcon } from '../../kernel/ui/icons.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { toList } from '../../kernel/ui/links.ts'
import { Page } from '../../kernel/ui/Page.tsx'
import type { Configuration } from '../../kernel/shaping/configuration.ts'
import { toLayoutsOf, toObjects } from '../links.ts'
import { objectById } from '../model.ts'
import { WithConfiguration } from '../WithConfiguration.tsx'
import { AccountTab } from './AccountTab.tsx'
import { FieldsTab } from './FieldsTab.tsx'
import { GeneralTab } from './GeneralTab.tsx'
import { LinksTab } from './LinksTab.tsx'
import { ListsTab } from './ListsTab.tsx'
import { RecordCount } from './ObjectsScreen.tsx'
import { RemovedTab } from './RemovedTab.tsx'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

export interface TabProps {
  configuration: Configuration
  object: ObjectDefinition
}

const RefusedTab = lazy(async () => ({ default: (await import('../refused/RefusedTab.tsx')).RefusedTab }))
const StatesTab = lazy(async () => ({ default: (await import('../states/StatesTab.tsx')).StatesTab }))

const tabs: Readonly<Record<string, { label: Text; Tab: ComponentType<TabProps> }>> = {
  fields: { label: texts.tabFields, Tab: FieldsTab },
  links: { label: texts.tabLinks, Tab: LinksTab },
  states: { label: texts.tabStates, Tab: StatesTab },
  refused: { label: texts.tabRefused, Tab: RefusedTab },
  lists: { label: texts.tabLists, Tab: ListsTab },
  general: { label: texts.tabGeneral, Tab: GeneralTab },
  history: { label: texts.tabHistory, Tab: AccountTab },
  removed: { label: texts.tabRemoved, Tab: RemovedTab },
}

/** One object: its fields, what it is linked with, how its records go from state to state, who changed what. */
export function ObjectScreen() {
  const t = useText()
  const { object: id } = useParams({ strict: false }) as { object: string }
  return (
    <WithConfiguration title={t(texts.objects)}>
      {(configuration) => {
        const object = objectById(configuration, id)
        return object === null ? <NoObject /> : <Shaping key={id} configuration={configuration} object={object} />
      }}
    </WithConfiguration>
  )
}

export function NoObject() {
  const t = useText()
  const go = useGo()
  return <Page title={t(texts.objects)}><EmptyFace title={t(texts.noObject)} action={<Button onClick={() => go(toObjects)}>{t(texts.objects)}</Button>}>{t(texts.noObjectAbout)}</EmptyFace></Page>
}

function Shaping({ configuration, object }: TabProps) {
  const t = useText()
  const navigate = useNavigate()
  const { tab = 'fields' } = useSearch({ strict: false }) as { tab?: string }
  const shown = tab in tabs ? tab : 'fields'
  const { Tab } = tabs[shown]!
  return (
    <Page wide title={t(object.plural)} lead={<Lead object={object} />} acts={<Acts object={object} />}>
      <Tabs className={style.tabs} value={shown} onChange={(next) => void navigate({ to: '.', search: { tab: next ?? undefined } as never })} keepMounted={false}>
        <Tabs.List className={style.tabList}>{Object.entries(tabs).map(([key, { label }]) => <Tabs.Tab key={key} value={key}>{t(label)}</Tabs.Tab>)}</Tabs.List>
        <Tabs.Panel value={shown} className={style.panel}><Suspense fallback={<Waiting lines={8} />}><Tab configuration={configuration} object={object} /></Suspense></Tabs.Panel>
      </Tabs>
    </Page>
  )
}

function Acts({ object }: { object: ObjectDefinition }) {
  const t = useText()
  const go = useGo()
  return (
    <>
      <Button leftSection={<IconColumns size={16} stroke={1.6} />} onClick={() => go(toLayoutsOf(object.id))}>{t(texts.layouts)}</Button>
      <Button leftSection={<IconExternalLink size={16} stroke={1.6} />} onClick={() => go(toList(object.name))}>{t(texts.openRecords)}</Button>
    </>
  )
}

function Lead({ object }: { object: ObjectDefinition }) {
  const t = useText()
  return (
    <span className={style.nameRow}>
      <Go className="sd-link" href={toObjects}>{t(texts.objects)}</Go>
      <ObjectIcon name={object.icon} />
      <Badge color={object.custom === true ? 'violet' : 'gray'} variant="light">{t(object.custom === true ? texts.own : texts.builtIn)}</Badge>
      <code className={style.code}>{object.name}</code>
      <RecordCount object={object} />
    </span>
  )
}
