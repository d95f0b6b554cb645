import { Button, Drawer, Tabs } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconFilterPlus, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Verb } from '../../../contract/definition.ts'
import type { ObjectView } from '../../../contract/records.ts'
import { useObject } from '../../kernel/api/metadata.ts'
import { useText } from '../../kernel/ui/language.ts'
import { common } from '../../kernel/ui/texts.ts'
import { phoneWidth } from '../../kernel/ui/theme.ts'
import { grantsAt, verbOrder, withGrants, type Grant, type Rights } from './draft.ts'
import { FieldRights } from './FieldRights.tsx'
import { ScopeSelect } from './MatrixEditor.tsx'
import { RuleInput } from './RuleInput.tsx'
import { texts, verbTexts } from './texts.ts'
import { WorkRights } from './WorkRights.tsx'
import style from './roles.module.css'

export type Part = 'records' | 'fields' | 'works'
interface Changing {
  rights: Rights
  onChange(rights: Rights): void
}

/** What the matrix has no room for: rules, several reaches of one verb, fields. Saved with the rest. */
export function ObjectRights({ role, opened, onClose, ...changing }: Changing & { role: string; opened: { object: string; part: Part }; onClose(): void }) {
  const t = useText()
  const phone = useMediaQuery(phoneWidth)
  const object = useObject(opened.object)
  const [part, setPart] = useState<Part>(opened.part)
  if (object === null) return null
  return (
    <Drawer opened onClose={onClose} position="right" size={phone ? '100%' : 500} title={<span className={style.drawerTitle}>{t(object.plural)}</span>} closeButtonProps={{ 'aria-label': t(common.close) }} padding="lg">
      <Tabs value={part} onChange={(value) => setPart(value as Part)}>
        <Tabs.List mb="md">
          <Tabs.Tab value="records">{t(texts.records)}</Tabs.Tab>
          <Tabs.Tab value="fields">{t(texts.fields)}</Tabs.Tab>
          <Tabs.Tab value="works">{t(texts.works)}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="records">{verbOrder.map((verb) => <VerbRights key={verb} object={object} verb={verb} {...changing} />)}</Tabs.Panel>
        <Tabs.Panel value="fields"><FieldRights object={object} {...changing} /></Tabs.Panel>
        <Tabs.Panel value="works"><WorkRights role={role} object={object} {...changing} /></Tabs.Panel>
      </Tabs>
    </Drawer>
  )
}

function VerbRights({ object, verb, rights, onChange }: Changing & { object: ObjectView; verb: Verb }) {
  const t = useText()
  const grants = grantsAt(rights, object.name, verb)
  const set = (next: readonly Grant[]) => onChange(withGrants(rights, object.name, verb, next))
  const start: Grant = { object: object.name, verb, scope: object.access.kind === 'shared' ? 'all' : 'own', rule: null }
  const name = t(verbTexts[verb])
  return (
    <section className={style.verb} aria-label={name}>
      <h3 className={style.verbName}>{name}</h3>
      {grants.length === 0 && <ScopeSelect label={`${name}: ${t(texts.scope)}`} object={object} scope={undefined} onChange={(scope) => scope !== 'none' && set([{ ...start, scope }])} />}
      {grants.map((grant, place) => (
        <GrantEditor key={place} object={object} grant={grant} label={name} isAlternative={place > 0} onChange={(next) => set(next === null ? grants.toSpliced(place, 1) : grants.with(place, next))} />
      ))}
      {grants.length > 0 && <div><Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconPlus size={14} stroke={1.8} />} onClick={() => set([...grants, { ...start, rule: '' }])} aria-label={`${name}: ${t(texts.addScope)}`}>{t(texts.addScope)}</Button></div>}
    </section>
  )
}

function GrantEditor({ object, grant, label, isAlternative, onChange }: { object: ObjectView; grant: Grant; label: string; isAlternative: boolean; onChange(grant: Grant | null): void }) {
  const t = useText()
  return (
    <div className={style.grant}>
      <div className={style.grantHead}>
        {isAlternative && <span className={style.hint}>{t(texts.or)}</span>}
        <ScopeSelect label={`${label}: ${t(texts.scope)}`} object={object} scope={grant.scope} none={!isAlternative} onChange={(scope) => onChange(scope === 'none' ? null : { ...grant, scope })} />
        {grant.rule === null && <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconFilterPlus size={14} stroke={1.7} />} onClick={() => onChange({ ...grant, rule: '' })} aria-label={`${label}: ${t(texts.addRule)}`}>{t(texts.addRule)}</Button>}
        {isAlternative && <Button className={style.apart} size="compact-sm" variant="subtle" color="gray" leftSection={<IconX size={14} stroke={1.8} />} onClick={() => onChange(null)}>{t(texts.removeScope)}</Button>}
      </div>
      {grant.rule !== null && <RuleInput object={object} label={`${label}: ${t(texts.rule)}`} rule={grant.rule} onChange={(rule) => onChange({ ...grant, rule })} onRemove={() => onChange({ ...grant, rule: null })} />}
    </div>
  )
}
