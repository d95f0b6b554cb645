import type { Consequence, Values } from '../../contract/definition.ts'
import { refusal, type Refusal } from '../../contract/refusal.ts'
import { idOfLink } from '../../fields/link/ids.ts'
import { refusals } from './texts.ts'

export function nameOfPerson(values: Values): Values {
  const name = [values.firstName, values.lastName].filter((part) => typeof part === 'string' && part !== '').join(' ')
  return { name: name === '' ? null : name }
}

export function whyNotPerson(values: Values): Refusal[] {
  return values.firstName || values.lastName ? [] : [refusal('person.needs_name', refusals.personNeedsName, { field: 'lastName' })]
}

/**
 * The main employer of a person stands on the person; every employer he ever had stands among his ties.
 * A change of the first writes the second, so that a change of job keeps its past.
 */
export function tiesThatFollow(after: Values | null, before: Values | null, facts: { id: string; today: string }): Consequence[] {
  if (after === null) return []
  const now = idOfLink(after.company)
  const then = before === null ? null : idOfLink(before.company)
  const open = `person = '${facts.id}' and main and until is empty`
  if (now === then) {
    const samePosition = before === null || after.position === before.position
    return now === null || samePosition ? [] : [{ object: 'tie', changeWhere: open, values: { position: after.position ?? null } }]
  }
  const ended: Consequence[] = then === null ? [] : [{ object: 'tie', changeWhere: open, values: { until: facts.today, main: false } }]
  const begun: Consequence[] =
    now === null
      ? []
      : [{ object: 'tie', create: { person: facts.id, company: now, position: after.position ?? null, role: 'employee', since: before === null ? null : facts.today, main: true } }]
  return [...ended, ...begun]
}

export function whyNotPeriod(values: Values): Refusal[] {
  const { since, until } = values
  const reversed = typeof since === 'string' && typeof until === 'string' && until < since
  return reversed ? [refusal('period.reversed', refusals.untilBeforeSince, { field: 'until' })] : []
}

export function whyNotTie(values: Values): Refusal[] {
  const ended = values.main === true && typeof values.until === 'string'
  return [...whyNotPeriod(values), ...(ended ? [refusal('tie.main_ended', refusals.tieRoleEnded, { field: 'main' })] : [])]
}

export function whyNotRelation(values: Values): Refusal[] {
  const same = idOfLink(values.from) !== null && idOfLink(values.from) === idOfLink(values.to)
  return [...whyNotPeriod(values), ...(same ? [refusal('relation.same_company', refusals.sameCompany, { field: 'to' })] : [])]
}

export function whyNotSuccession(values: Values): Refusal[] {
  const same = idOfLink(values.predecessor) !== null && idOfLink(values.predecessor) === idOfLink(values.successor)
  return same ? [refusal('succession.same_company', refusals.sameCompany, { field: 'successor' })] : []
}

const titleLength = 120

/** The first line of a note, cut at a word, so that lists and the time line have a name for it. */
export function titleOfNote(values: Values): Values {
  const line = String(values.text ?? '').split('\n').find((part) => part.trim() !== '')?.trim() ?? ''
  if (line.length <= titleLength) return { title: line || null }
  const cut = line.slice(0, titleLength)
  const space = cut.lastIndexOf(' ')
  return { title: `${space > titleLength / 2 ? cut.slice(0, space) : cut}…` }
}

/** What a note may be about; it stands on the time lines of all that it names. */
export const noteStandsOn = ['company', 'person', 'opportunity', 'quote', 'salesOrder', 'contract'] as const

export function whyNotNote(values: Values): Refusal[] {
  return noteStandsOn.some((link) => idOfLink(values[link]) !== null) ? [] : [refusal('note.needs_subject', refusals.noteNeedsSubject, { field: 'company' })]
}
