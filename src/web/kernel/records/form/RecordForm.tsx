import { Alert, Button } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { flushSync } from 'react-dom'
import type { Values } from '../../../../contract/definition.ts'
import type { RecordRow } from '../../../../contract/records.ts'
import { useManner, useText } from '../../ui/language.ts'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { momentText } from '../time.ts'
import { dropDraft, useKeptDraft, type Kept } from './drafts.ts'
import { FormFields, focusField } from './FormFields.tsx'
import { placedIn, planOf, type FormPlan, type FormScope } from './plan.ts'
import type { FieldRules } from './rules.ts'
import type { Section } from './sections.ts'
import { texts } from './texts.ts'
import { useRecordForm, type FormField, type RecordFormState } from './useRecordForm.ts'
import style from './form.module.css'

interface RecordFormProps extends FormScope {
  draftKey: string
  draft: Kept | null
  /** The field or section to begin at. */
  focus?: string
  /** Gives the record when it was saved, null when the person gave the saving up; throws what the server refused. */
  save(form: RecordFormState): Promise<RecordRow | null>
  onSaved(row: RecordRow, again: boolean): void
  onCancel(): void
  /** Offers to save and begin the next one. */
  more?: boolean
  aside?(form: RecordFormState): ReactNode
}

/** The form of any object, new or there already. */
export function RecordForm(props: RecordFormProps) {
  const { object, record, given, draft } = props
  const t = useText()
  const body = useRef<HTMLFormElement>(null)
  const placed = (values: Values, rules: FieldRules) => placedIn(planOf(props, values), given ?? {}, rules.isSectionShown)
  const form = useRecordForm({ object, record, values: { ...given, ...draft?.draft.values }, unread: draft?.draft.unread, placed })
  const [restored, setRestored] = useState(draft !== null)
  const [unfolded, setUnfolded] = useState(!props.quick)
  const plan = planOf(props, form.values)
  const { sections, quick } = plan
  const saving = useSaving(props, form, body, () => setUnfolded(true))
  const sectionFocus = sections.find((section) => section.key === props.focus)?.fields[0]?.name
  const focus = props.focus === undefined ? (quick.find((field) => !given || !(field.name in given))?.name ?? quick[0]?.name) : (sectionFocus ?? props.focus)
  useShortcuts([{ keys: 'mod+Enter', label: texts.save, group: object.label, run: () => void saving.submit(false), whileTyping: true }])

  function startAfresh() {
    setRestored(false)
    form.startAfresh(given)
    void dropDraft(object.name, props.draftKey)
  }
  return (
    <form ref={body} noValidate className={style.body} onSubmit={(event: FormEvent) => (event.preventDefault(), void saving.submit(false))}>
      {restored && draft && <DraftLine at={draft.at} onDrop={startAfresh} />}
      {form.general && <Alert color="red" role="alert">{form.general}</Alert>}
      {saving.faults > 0 && !form.general && <Alert color="red" role="alert">{t(texts.fixErrors, { count: saving.faults })}</Alert>}
      {unfolded ? <Sections form={form} plan={plan} focus={focus} /> : <FormFields form={form} fields={quick} focus={focus} />}
      <div className={style.foot}>
        {props.aside?.(form)}
        {props.quick && <Button className={style.apart} variant="subtle" onClick={() => setUnfolded(!unfolded)} aria-expanded={unfolded}>{t(unfolded ? texts.fewerFields : texts.allFields)}</Button>}
        <Button onClick={props.onCancel} className={props.quick ? undefined : style.last}>{t(texts.cancel)}</Button>
        {props.more && <Button onClick={() => void saving.submit(true)} disabled={saving.busy}>{t(texts.saveAndNext)}</Button>}
        <Button type="submit" variant="filled" loading={saving.busy}>{t(texts.save)}</Button>
      </div>
    </form>
  )
}

function DraftLine({ at, onDrop }: { at: string; onDrop(): void }) {
  const t = useText()
  const manner = useManner()
  return (
    <div className={style.draft} role="status">
      {t(texts.draftRestored, { when: momentText(at, manner) })}
      <Button size="compact-sm" variant="subtle" onClick={onDrop}>{t(texts.draftDrop)}</Button>
    </div>
  )
}

function Sections({ form, plan: { type, sections }, focus }: { form: RecordFormState; plan: FormPlan; focus?: string }) {
  return (
    <div className={style.sections}>
      {type !== null && <div className={style.type}><FormFields form={form} fields={[type]} focus={focus} columns={1} /></div>}
      {sections.filter((section) => form.isSectionShown(section) && section.fields.some(form.isShown)).map((section) => (
        <FormSection key={section.key} form={form} section={section} focus={focus} />
      ))}
    </div>
  )
}

/** One that is folded opens by itself when something in it must be corrected, or is where the person wants to begin. */
function FormSection({ form, section, focus }: { form: RecordFormState; section: Section; focus?: string }) {
  const t = useText()
  const [unfolded, setUnfolded] = useState(section.collapsed !== true)
  const names = section.fields.map(({ name }) => name)
  const isNeeded = Object.keys(form.errors).some((path) => names.includes(path.split('.')[0]!)) || (focus !== undefined && names.includes(focus))
  const open = unfolded || isNeeded
  return (
    <fieldset className={style.section}>
      {section.label && <legend className={style.sectionTitle}>{section.collapsed ? <button type="button" className={style.fold} aria-expanded={open} onClick={() => setUnfolded(!open)}>{t(section.label)}<IconChevronRight className={style.icon} aria-hidden /></button> : t(section.label)}</legend>}
      {open && <FormFields form={form} fields={section.fields} focus={focus} columns={section.columns} />}
    </fieldset>
  )
}

/** One save at a time, faults first; a draft lives until the record is saved. */
function useSaving(props: RecordFormProps, form: RecordFormState, body: React.RefObject<HTMLFormElement | null>, unfold: () => void) {
  const { object, draftKey } = props
  const [busy, setBusy] = useState(false)
  const [faults, setFaults] = useState(0)
  const running = useRef(false)
  const saved = useRef(false)
  // Of a record that is there only what the person changed is kept: the rest may be another's by the time he comes back.
  const kept = props.record === null ? form.values : form.changes()
  useKeptDraft(object.name, draftKey, { values: kept, unread: form.unread }, () => form.touched && !saved.current)

  const plan = () => planOf(props, form.now.values)
  function inForm(): ReadonlySet<FormField> {
    const { type, sections, quick } = plan()
    return new Set([...(type === null ? [] : [type]), ...sections.flatMap((section) => section.fields), ...quick])
  }
  function show(paths: readonly string[]) {
    setFaults(paths.length)
    if (paths.length === 0) return
    const inSight = plan().quick.map((field) => field.name)
    flushSync(() => paths.some((path) => !inSight.includes(path.split('.')[0]!)) && unfold())
    requestAnimationFrame(() => focusField(body.current, paths[0]))
  }
  async function submit(again: boolean) {
    if (running.current) return
    const wrong = form.check([...inForm()])
    show(wrong)
    if (wrong.length > 0) return
    running.current = true
    setBusy(true)
    try {
      const row = await props.save(form)
      if (row !== null) {
        saved.current = true
        void dropDraft(object.name, draftKey)
        props.onSaved(row, again)
      }
    } catch (error) {
      show(form.refuse(error))
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { busy, faults, submit }
}
