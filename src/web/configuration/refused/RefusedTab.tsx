import { ActionIcon, Button, Select, Tooltip } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ObjectDefinition } from '../../../contract/definition.ts'
import type { RefusedWhen } from '../../../contract/refusedWhen.ts'
import { useMetadata } from '../../kernel/api/metadata.ts'
import { ConditionInput } from '../../kernel/shaping/ConditionInput.tsx'
import { surroundingsOf, type Surroundings } from '../../kernel/shaping/scope.ts'
import { TextPair } from '../../kernel/shaping/TextPair.tsx'
import { whole } from '../../kernel/shaping/whole.ts'
import { useText } from '../../kernel/ui/language.ts'
import { told } from '../../kernel/ui/notify.tsx'
import { Section } from '../../kernel/ui/Page.tsx'
import { objectBecomes, objectById, shapedFields } from '../model.ts'
import type { TabProps } from '../objects/ObjectScreen.tsx'
import { nameFrom } from '../parts/names.ts'
import { SaveFoot } from '../parts/SaveFoot.tsx'
import { useDraft, useSaving } from '../parts/saving.ts'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

/** What is not to be saved, and the words in which it is refused. */
export function RefusedTab({ configuration, object }: TabProps) {
  const t = useText()
  const around = surroundingsOf(configuration.objects, useMetadata(), { object: object.name })
  const draft = useDraft<readonly RefusedWhen[]>(configuration, (of) => objectById(of, object.id)?.refusedWhen ?? [])
  const saving = useSaving(() => [objectBecomes(draft.base, objectById(draft.base, object.id)!, { refusedWhen: settled(draft.value) })], () => {
    draft.forget()
    told(t(texts.saved))
  })
  const setOne = (at: number, part: Partial<RefusedWhen>) => draft.change(draft.value.map((rule, index) => (index === at ? { ...rule, ...part } : rule)))
  return (
    <>
      <Section wide title={t(texts.title)} about={t(texts.about)}>
        {draft.value.length === 0 && <p className={style.fact}>{t(texts.none)}</p>}
        {draft.value.map((rule, at) => <Rule key={at} rule={rule} number={at + 1} object={object} around={around} onSet={(part) => setOne(at, part)} onRemove={() => draft.change(draft.value.filter((_, index) => index !== at))} />)}
        <div><Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => draft.change([...draft.value, { key: '', when: '', say: { pl: '', en: '' } }])}>{t(texts.add)}</Button></div>
      </Section>
      <SaveFoot draft={draft} saving={saving} />
    </>
  )
}

interface RuleProps {
  rule: RefusedWhen
  number: number
  object: ObjectDefinition
  around: Surroundings
  onSet(part: Partial<RefusedWhen>): void
  onRemove(): void
}

function Rule({ rule, number, object, around, onSet, onRemove }: RuleProps) {
  const t = useText()
  const fields = shapedFields(object).filter((field) => field.hidden !== true).map((field) => ({ value: field.name, label: t(field.label) }))
  return (
    <fieldset className={style.rule}>
      <legend className="sd-unseen">{t(texts.rule, { number })}</legend>
      <div className={style.ruleHead}>
        <span className={style.groupName}>{t(texts.rule, { number })}</span>
        <Tooltip label={t(texts.remove, { number })}><ActionIcon aria-label={t(texts.remove, { number })} onClick={onRemove}><IconTrash size={16} stroke={1.6} /></ActionIcon></Tooltip>
      </div>
      <ConditionInput label={t(texts.when)} around={around} text={rule.when} onChange={(when) => onSet({ when })} />
      <TextPair label={t(texts.say)} value={rule.say} onChange={({ pl = '', en = '' }) => onSet({ say: { pl, en } })} maxLength={300} required />
      <Select className={style.narrow} label={t(texts.field)} data={fields} value={rule.field ?? null} onChange={(field) => onSet({ field: field ?? undefined })} placeholder={t(texts.onTop)} clearable allowDeselect={false} searchable />
    </fieldset>
  )
}

/** As it is sent: each rule with a key of its own. One that says nothing was never written. */
function settled(rules: readonly RefusedWhen[]): RefusedWhen[] {
  const keys = rules.map(({ key }) => key).filter((key) => key !== '')
  return rules.filter(({ when, say }) => when.trim() !== '' || whole(say) !== undefined).map(({ field, ...rule }) => {
    const say = whole(rule.say) ?? { pl: '', en: '' }
    const key = rule.key || nameFrom(say.en, keys) || nameFrom(`rule ${keys.length + 1}`, keys)
    keys.push(key)
    return { ...rule, key, say, ...(field === undefined ? {} : { field }) }
  })
}
