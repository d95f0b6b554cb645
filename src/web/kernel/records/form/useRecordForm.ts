import { useRef, useState } from 'react'
import type { FieldDefinition, Values } from '../../../../contract/definition.ts'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import type { Unread } from '../../../../fields/web.ts'
import { sameValue } from '../../../../fields/as-text.ts'
import { webOf } from '../../../../fields/webs.ts'
import { fieldSentences, sentence } from '../../api/problem.ts'
import { objectOf } from '../../api/metadata.ts'
import { useLanguage, useText } from '../../ui/language.ts'
import { sentValue } from '../field/conditions.ts'
import { isAsBegun, withDefaults } from './begin.ts'
import { rulesOf, useAbout, type About, type FieldRules } from './rules.ts'
import { offeredField, withInitialStates } from './states.ts'
import { faultsOf, partsOf, without } from './validity.ts'

export type FormField = FieldDefinition & { access?: 'read' | 'write' }

export interface FormSetup {
  /** An object, or the few fields an action asks for. */
  object: Pick<ObjectView, 'name'> & { fields: readonly FormField[] }
  /** The record as it was when editing began; null for a new one. */
  record: RecordRow | null
  /** What is known beforehand: the company a person is added to, a draft. */
  values?: Values
  /** The fields with a place on the form, while it has these values; all when left out. Others are neither shown nor sent. */
  placed?(values: Values, rules: FieldRules): ReadonlySet<string>
  /** Of a draft: what could not be read when it was left. */
  unread?: Record<string, Unread>
}

interface Content {
  values: Values
  unread: Record<string, Unread>
}

/** State of a form over some fields: values, what cannot be read yet, errors; and what the conditions of the fields say now. */
export function useRecordForm(setup: FormSetup) {
  const t = useText()
  const about = useAbout(setup.object.name)
  const content = useContent(setup, about)
  const rules = placedRules(setup, content.now.values, rulesOf(about, content.now.values, t))
  const whole = objectOf(about.metadata, setup.object.name)
  const faults = useFaults(setup, content, rules)

  function set(field: FormField, value: unknown, still?: Unread) {
    const next = { ...content.now.values, [field.name]: value }
    const begun = setup.record === null ? withDefaults(about, setup.object.fields, { values: next, before: content.now.values }) : next
    const values = whole !== null && setup.record === null && field.name === whole.typeField ? withInitialStates(whole, begun, content.now.values) : begun
    content.put({ values, unread: withUnread(content.now.unread, field.name, still) })
    faults.forget(field)
  }
  /** Fields whose value is another than at the beginning, with it. */
  function changes(): Values {
    const start: Values = setup.record ?? {}
    const { values } = content.now
    const changed = (field: FormField) => !sameValue(sentValue(field, start[field.name]), sentValue(field, values[field.name]), field)
    const written = setup.object.fields.filter((field) => field.name in values && rules.whyDisabled(field) === undefined && rules.isShown(field) && changed(field))
    return Object.fromEntries(written.map((field) => [field.name, values[field.name] ?? null]))
  }
  /** Values of a new record. What the person emptied is said, or the server would begin with it again. */
  function filled(): Values {
    const { values } = content.now
    const isEmpty = (field: FormField) => sentValue(field, values[field.name]) === null
    const emptied = (field: FormField) => field.default !== undefined && !isAsBegun(about, field, values)
    const written = setup.object.fields.filter((field) => rules.isShown(field) && rules.whyDisabled(field) === undefined && (!isEmpty(field) || emptied(field)))
    return Object.fromEntries(written.map((field) => [field.name, values[field.name] ?? null]))
  }
  function startAfresh(given?: Values) {
    content.restart(given)
    faults.clear()
  }
  /** A state offers only what moves lead to from where the record stood when the form was opened. */
  const offered = (field: FormField): FormField => (whole === null ? field : offeredField(whole, field, { from: setup.record, values: content.now.values }))
  return { ...content, ...faults, ...rules, offered, set, changes, filled, startAfresh }
}

/** What is calculated has no value before the record is there, so a new one does not show it. */
function placedRules({ placed, record }: FormSetup, values: Values, rules: FieldRules): FieldRules {
  if (placed === undefined) return rules
  const names = placed(values, rules)
  return { ...rules, isShown: (field) => names.has(field.name) && (record !== null || field.computed === undefined) && rules.isShown(field) }
}

export type RecordFormState = ReturnType<typeof useRecordForm>

function useContent({ object, record, values: begun, unread }: FormSetup, about: About) {
  const start = (given?: Values): Content => ({ values: record === null ? begunWith(given) : { ...record, ...given }, unread: {} })
  const begunWith = (given?: Values): Values => {
    const whole = objectOf(about.metadata, object.name)
    const values = withDefaults(about, object.fields, { values: given ?? {}, before: null })
    // What an action asks for is no new record: it stands in no state.
    const standsInStates = (whole?.states ?? []).some((machine) => object.fields.some(({ name }) => name === machine.field))
    return whole !== null && standsInStates ? withInitialStates(whole, values) : values
  }
  const [content, setContent] = useState<Content>(() => ({ ...start(begun), unread: unread ?? {} }))
  const [touched, setTouched] = useState(false)
  // Saving may begin before the newest change has been drawn, so it reads from here.
  const latest = useRef(content)
  function put(next: Content, byPerson = true) {
    latest.current = next
    setContent(next)
    setTouched(byPerson)
  }
  return {
    ...content,
    get now() {
      return latest.current
    },
    touched,
    put,
    /** As at the beginning, with only these values known. */
    restart: (given?: Values) => put(start(given), false),
  }
}

function useFaults({ object }: FormSetup, content: ReturnType<typeof useContent>, rules: FieldRules) {
  const t = useText()
  const language = useLanguage()
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [general, setGeneral] = useState<string | null>(null)
  const faults = (field: FormField, required: boolean) => faultsOf(field, content.now.values, { unread: content.now.unread[field.name], required, t })

  /** All faults at once; the paths found, in the order of the fields. */
  function check(fields: readonly FormField[]): string[] {
    // Blank lines of lists go away first, so that the server counts the same lines as the screen.
    const lists = fields.filter((field) => webOf(field).composite && webOf(field).sent).map((field) => [field.name, sentValue(field, content.now.values[field.name])] as const)
    content.put({ ...content.now, values: { ...content.now.values, ...Object.fromEntries(lists) } })
    const open = fields.filter((field) => rules.isShown(field) && rules.whyDisabled(field) === undefined)
    const found: Record<string, string> = Object.assign({}, ...open.map((field) => faults(field, rules.isRequired(field))))
    setErrors(found)
    setGeneral(null)
    return Object.keys(found)
  }
  /** What the server refused; the paths that have a field in this form. */
  function refuse(error: unknown): string[] {
    const told = fieldSentences(error)
    const known = Object.keys(told).filter((path) => object.fields.some((field) => field.name === path.split('.')[0]))
    const strange = Object.entries(told).filter(([path]) => !known.includes(path)).map(([, message]) => message)
    setErrors(told)
    setGeneral(strange.length > 0 ? strange.join(' ') : known.length === 0 ? sentence(error, language) : null)
    return known
  }
  return {
    errors,
    general,
    check,
    refuse,
    /** On leaving a field, its own faults show; a required one left empty waits for saving. */
    leave: (field: FormField) => setErrors((all) => ({ ...without(all, field.name), ...faults(field, false) })),
    forget: (field: FormField) => (field.name in errors || Object.keys(partsOf(errors, field.name)).length > 0) && setErrors((all) => without(all, field.name)),
    clear: () => (setErrors({}), setGeneral(null)),
  }
}

function withUnread(all: Record<string, Unread>, name: string, still: Unread | undefined): Record<string, Unread> {
  const { [name]: _, ...others } = all
  return still === undefined ? others : { ...others, [name]: still }
}
