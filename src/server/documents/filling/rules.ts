/** What a template asks, understood: every marker by the expression language over what this person may read, and of which record it is asked. */
import type { Collection, Problem, Typed } from '../../../expression/language.ts'
import { parse } from '../../../expression/parse.ts'
import type { ExprType } from '../../../expression/types.ts'
import { yesNoType } from '../../../expression/unify.ts'
import type { Rights } from '../../kernel/access/field-access.ts'
import { ask, checkIn, isOurs, sellerObject, type Questions, type Understood } from '../asking/rules.ts'
import { factNames, isRows, type FactRows } from '../facts/rules.ts'
import { faultOf, type Fault } from '../reading/faults.ts'
import { labels } from '../asking/texts.ts'
import type { Ask, Format, IfMarker, LoopMarker, ValueMarker } from '../reading/markers.ts'
import { formats } from '../writers/values/show.ts'

/** Records of one kind that markers are asked of: the one a document is made from, or each of those a loop goes through. */
export interface Frame extends Questions {
  source: { kind: 'root' } | { kind: 'many'; collection: Collection; where: Typed | null; order: { by: Typed; descending: boolean }[] } | { kind: 'rows'; name: string; where: Asked | null }
  /** Whose rows these are. */
  owner: Frame | null
  /** The loop it stands in, whose names are found when it has none of its own. */
  around: Frame | null
  inner: Frame[]
}

export interface Asked extends Understood {
  frame: Frame
}

export interface Plan {
  root: Frame
  our: Frame
  values: Map<ValueMarker, Asked>
  conditions: Map<IfMarker, Asked>
  loops: Map<LoopMarker, Frame>
  faults: Fault[]
}

interface Planning {
  rights: Rights
  plan: Plan
}

/** Every row of a loop knows which it is. */
const numbered = { rowNumber: { label: labels.rowNumber, type: { kind: 'number' } } } as const

const frameOf = (about: Pick<Frame, 'object' | 'names' | 'source'>, owner: Frame | null = null, around: Frame | null = null): Frame => ({
  ...about, names: owner === null ? about.names : { ...about.names, ...numbered }, owner, around, inner: [], expressions: [], columns: [],
})

export function planOf(rights: Rights, object: string, asks: readonly Ask[]): Plan {
  const root = frameOf({ object, names: factNames(rights, object), source: { kind: 'root' } })
  const our = frameOf({ object: sellerObject, names: {}, source: { kind: 'root' } })
  const plan: Plan = { root, our, values: new Map(), conditions: new Map(), loops: new Map(), faults: [] }
  planAsks({ rights, plan }, asks, root)
  return plan
}

function planAsks(planning: Planning, asks: readonly Ask[], frame: Frame): void {
  for (const each of asks) {
    if ('otherwise' in each) {
      const condition = understood(planning, each.marker.condition, each.marker, { frame, expected: yesNoType })
      if (condition !== null) planning.plan.conditions.set(each.marker, condition)
      planAsks(planning, each.inside, frame)
      planAsks(planning, each.otherwise, frame)
    } else if ('inside' in each) {
      const inner = planLoop(planning, each.marker, frame)
      if (inner !== null) planAsks(planning, each.inside, inner)
    } else planValue(planning, each.marker, frame)
  }
}

export const isPicture = (marker: ValueMarker): boolean => marker.formats.some(({ name }) => name === 'image')

function planValue(planning: Planning, marker: ValueMarker, frame: Frame): void {
  const asked = understood(planning, marker.expression, marker, { frame, asIs: isPicture(marker) })
  if (asked === null) return
  planning.plan.values.set(marker, asked)
  marker.formats.forEach((format, at) => {
    const fault = formatFault(format, { marker, asked, isFirst: at === 0, rights: planning.rights })
    if (fault !== null) planning.plan.faults.push(fault)
  })
}

function formatFault({ name, given }: Format, { marker, asked, isFirst, rights }: { marker: ValueMarker; asked: Asked; isFirst: boolean; rights: Rights }): Fault | null {
  const about = { marker: marker.written, values: { format: name } }
  if (name === 'image') return isPictureField(rights, asked) && /^(\d+([.,]\d+)?\s*(cm|mm)?)?$/.test(given) ? null : faultOf('template.not_a_picture', marker.spot, about)
  const format = Object.hasOwn(formats, name) ? formats[name]! : null
  if (format === null) return faultOf('template.unknown_format', marker.spot, { marker: marker.written, values: { format: name, known: [...Object.keys(formats), 'image'].join(', ') } })
  const { kind } = asked.typed.type
  // After the first format all is text.
  return !isFirst || kind === 'empty' || format.takes.includes(kind) ? null : faultOf('template.wrong_format', marker.spot, about)
}

function isPictureField({ registry }: Rights, { typed, column }: Asked): boolean {
  if (column === null || typed.kind !== 'path') return false
  const type = registry.field(typed.path.object, typed.path.field)?.type
  return type === 'picture' || type === 'file' || type === 'files'
}

// ---- Loops -------------------------------------------------------------------------------------------------------

function planLoop(planning: Planning, marker: LoopMarker, around: Frame): Frame | null {
  for (let owner: Frame | null = around; owner !== null; owner = owner.around) {
    const rows = Object.hasOwn(owner.names, marker.path) ? owner.names[marker.path]! : null
    if (rows !== null && isRows(rows)) return planRows(planning, marker, { owner, around, rows })
  }
  return planMany(planning, marker, around)
}

function planRows(planning: Planning, marker: LoopMarker, { owner, around, rows }: { owner: Frame; around: Frame; rows: FactRows }): Frame {
  const source: Extract<Frame['source'], { kind: 'rows' }> = { kind: 'rows', name: marker.path, where: null }
  const frame = frameOf({ object: rows.object ?? null, names: rows.names, source }, owner, around)
  owner.inner.push(frame)
  planning.plan.loops.set(marker, frame)
  if (marker.where !== null) source.where = understood(planning, marker.where, marker, { frame, expected: yesNoType, only: true })
  return frame
}

/** COUNT(lines where …) says which records are meant, and what is wrong with it. */
function planMany(planning: Planning, marker: LoopMarker, around: Frame): Frame | null {
  const counted = understood(planning, `COUNT(${marker.path}${marker.where === null ? '' : ` where ${marker.where}`})`, marker, { frame: around, whole: true })
  if (counted === null) return null
  const { typed, frame: owner } = counted
  if (typed.kind !== 'aggregate' || typed.collection.root === 'me' || typed.value !== null || isOurs(planning.rights, owner, typed.collection)) {
    planning.plan.faults.push(faultOf('template.not_many', marker.spot, { marker: marker.written, values: { name: marker.path } }))
    return null
  }
  const source: Extract<Frame['source'], { kind: 'many' }> = { kind: 'many', collection: typed.collection, where: typed.where, order: [] }
  const frame = frameOf({ object: typed.collection.object, names: {}, source }, owner, around)
  for (const key of marker.by) {
    const by = understood(planning, key.expression, marker, { frame, whole: true, only: true })
    if (by !== null) source.order.push({ by: by.typed, descending: key.descending })
  }
  owner.inner.push(frame)
  planning.plan.loops.set(marker, frame)
  return frame
}

// ---- Expressions -------------------------------------------------------------------------------------------------

interface Where {
  frame: Frame
  expected?: ExprType
  asIs?: boolean
  /** It goes into a statement as it is: nothing of it is asked for itself. */
  whole?: boolean
  /** Of this frame and of none around it. */
  only?: boolean
}

/** Looked for from the innermost loop outwards; what is wrong is told of the innermost. Null: a fault was added. */
function understood({ rights, plan }: Planning, text: string, marker: { written: string; spot: ValueMarker['spot'] }, { frame, expected, asIs = false, whole = false, only = false }: Where): Asked | null {
  const { tree, problem } = parse(text)
  let problems: readonly Problem[] = problem === undefined ? [] : [problem]
  for (let at: Frame | null = frame; at !== null && tree !== undefined; at = only ? null : at.around) {
    if (whole && at.object === null) continue
    const { typed, problems: found } = checkIn(rights, at, tree, expected)
    if (typed !== undefined) return { frame: at, ...(whole ? { typed, leaves: new Map(), column: null } : ask(rights, { at, our: plan.our }, typed, asIs)) }
    if (problems.length === 0) problems = found
  }
  plan.faults.push(...problems.map(({ code, text: why, values }): Fault => ({ code, text: why, values, spot: marker.spot, marker: marker.written })))
  return null
}
