import { Checkbox, Radio, Select, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { AccessKind } from '../../../contract/definition.ts'
import { fieldSentences } from '../../kernel/api/problem.ts'
import { useGo } from '../../kernel/ui/go.ts'
import { useText } from '../../kernel/ui/language.ts'
import { complain, told } from '../../kernel/ui/notify.tsx'
import { Page, Section } from '../../kernel/ui/Page.tsx'
import type { Configuration } from '../../kernel/shaping/configuration.ts'
import { toObject, toObjects } from '../links.ts'
import { IconPicker } from '../parts/IconPicker.tsx'
import { SaveFoot } from '../parts/SaveFoot.tsx'
import { useDraft, useSaving } from '../parts/saving.ts'
import { TextPair } from '../../kernel/shaping/TextPair.tsx'
import { whole } from '../../kernel/shaping/whole.ts'
import { WithConfiguration } from '../WithConfiguration.tsx'
import { grantAll } from './grants.ts'
import { changesFor, nameOf, nothingYet, proposedName, type NewObject } from './newObject.ts'
import { RoleGrants } from './RoleGrants.tsx'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

/** All that a new object needs, on one screen; fields come next. */
export function NewObjectScreen() {
  const t = useText()
  return <WithConfiguration title={t(texts.newObject)}>{(configuration) => <Making configuration={configuration} />}</WithConfiguration>
}

function Making({ configuration }: { configuration: Configuration }) {
  const t = useText()
  const go = useGo()
  const draft = useDraft(configuration, () => nothingYet)
  const made = draft.value
  const change = (part: Partial<NewObject>) => draft.change({ ...made, ...part })
  const saving = useSaving(() => changesFor(made, draft.base.objects), ({ items }) => {
    draft.forget()
    told(t(texts.created, { name: t(whole(made.label)!) }))
    const id = items.find(({ kind }) => kind === 'object')!.id
    void grantAll(nameOf(made, draft.base.objects), made.given).then((isDone) => isDone || complain(t(texts.grantsFailed)))
    go(toObject(id))
  })
  const parts: PartProps = { made, change, configuration, errors: placed(fieldSentences(saving.act.error)) }
  return (
    <Page title={t(texts.newObject)}>
      <Names {...parts} />
      <KnownBy {...parts} />
      <Section title={t(texts.access)} about={t(texts.accessAbout)}><Access {...parts} /></Section>
      <Section title={t(texts.who)} about={t(texts.whoAbout)}><RoleGrants access={made.access} given={made.given} onChange={(given) => change({ given })} /></Section>
      <Section title={t(texts.more)}>
        <Checkbox label={t(texts.inNavigation)} checked={made.inNavigation} onChange={(event) => change({ inNavigation: event.currentTarget.checked })} />
        <Checkbox label={t(texts.archivable)} description={t(texts.archivableHelp)} checked={made.archivable} onChange={(event) => change({ archivable: event.currentTarget.checked })} />
      </Section>
      <SaveFoot draft={draft} saving={saving} fresh save={t(texts.create)} discard={() => go(toObjects)} />
    </Page>
  )
}

/** 'changes.0.label.pl' → label: the first change is the object. */
const placed = (sentences: Record<string, string>): Record<string, string> => Object.fromEntries(Object.entries(sentences).map(([place, told]) => [/^changes\.(\d+\.\w+)/.exec(place)?.[1] ?? place, told]))

interface PartProps {
  made: NewObject
  change(part: Partial<NewObject>): void
  configuration: Configuration
  errors: Record<string, string>
}

function Names({ made, change, configuration, errors }: PartProps) {
  const t = useText()
  return (
    <Section title={t(texts.whatItIs)} about={t(texts.whatAbout)}>
      <TextPair label={t(texts.label)} value={made.label} onChange={(label) => change({ label })} error={errors['0.label']} required autoFocus />
      <TextPair label={t(texts.plural)} value={made.plural} onChange={(plural) => change({ plural })} error={errors['0.plural']} required />
      <TextInput className={style.narrow} label={t(texts.apiName)} description={t(texts.apiNameHelp)} value={made.name} placeholder={proposedName(made, configuration.objects)} onChange={(event) => change({ name: event.currentTarget.value.trim() })} error={errors['0.name']} maxLength={40} />
      <IconPicker icon={made.icon} onChange={(icon) => change({ icon })} />
    </Section>
  )
}

function KnownBy({ made, change, errors }: PartProps) {
  const t = useText()
  return (
    <Section title={t(texts.recordName)} about={t(texts.recordNameAbout)}>
      <TextPair label={t(texts.nameLabel)} value={made.nameLabel} onChange={(nameLabel) => change({ nameLabel })} error={errors['1.label']} />
      <Radio.Group label={t(texts.nameKind)} value={made.numbered ? 'program' : 'person'} onChange={(value) => change({ numbered: value === 'program' })}>
        <div className={style.tight}>
          <Radio value="person" label={t(texts.byPerson)} />
          <Radio value="program" label={t(texts.byProgram)} />
        </div>
      </Radio.Group>
      {made.numbered && (
        <>
          <TextInput className={style.narrow} label={t(texts.pattern)} value={made.pattern} onChange={(event) => change({ pattern: event.currentTarget.value })} error={errors['1.pattern']} />
          <Checkbox label={t(texts.gapless)} checked={made.gapless} onChange={(event) => change({ gapless: event.currentTarget.checked })} />
        </>
      )}
    </Section>
  )
}

function Access({ made, change, configuration }: PartProps) {
  const t = useText()
  const kinds = { owned: [texts.owned, texts.ownedAbout], shared: [texts.shared, texts.sharedAbout], follows: [texts.follows, texts.followsAbout] } as const
  const targets = configuration.objects.filter((object) => object.room !== 'users').map((object) => ({ value: object.name, label: t(object.label) }))
  const belongsTo: ReactNode = <Select className={style.narrow} label={t(texts.belongsTo)} data={targets} value={made.belongsTo} onChange={(value) => change({ belongsTo: value })} searchable allowDeselect={false} required />
  return (
    <Radio.Group aria-label={t(texts.access)} value={made.access} onChange={(value) => change({ access: value as AccessKind['kind'], belongsTo: value === 'follows' ? (made.belongsTo ?? 'company') : null })}>
      <div className={style.tight}>
        {(Object.keys(kinds) as (keyof typeof kinds)[]).map((kind) => <div key={kind} className={style.choice} data-checked={made.access === kind || undefined}><Radio value={kind} label={t(kinds[kind][0])} description={t(kinds[kind][1])} /></div>)}
        {made.access === 'follows' && belongsTo}
      </div>
    </Radio.Group>
  )
}
