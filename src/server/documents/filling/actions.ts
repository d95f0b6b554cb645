/** A template and the answers to it become a document. */
import { evaluate } from '../../../expression/evaluate.ts'
import type { Typed } from '../../../expression/language.ts'
import type { ExprValue } from '../../../expression/types.ts'
import type { FileValue } from '../../../fields/field.ts'
import type { Language } from '../../../contract/text.ts'
import type { Ctx } from '../../kernel/context.ts'
import { currentFiles } from '../../kernel/files/current.ts'
import { todayIn } from '../../kernel/records/conditions.ts'
import { withValues, type Leaf } from '../asking/rules.ts'
import type { Format, ValueMarker } from '../reading/markers.ts'
import type { FilledRow, Shown, Template } from '../writers/template.ts'
import { pictureOf, type Picture } from '../writers/values/pictures.ts'
import { showValue, type How } from '../writers/values/show.ts'
import type { Answers, Row } from './queries.ts'
import { isPicture, type Asked, type Frame, type Plan } from './rules.ts'

interface Filling {
  ctx: Ctx
  plan: Plan
  answers: Answers
  pictures: ReadonlyMap<string, Picture>
  how: How
}

export async function filledTemplate(ctx: Ctx, template: Template, { plan, answers, language }: { plan: Plan; answers: Answers; language: Language }): Promise<Uint8Array> {
  const filling: Filling = { ctx, plan, answers, pictures: await picturesOf(plan, answers), how: { language, timeZone: ctx.timeZone } }
  return template.fill(filledRow(filling, answers.root, null))
}

/** `around`: the row of the loop it stands in. */
function filledRow(filling: Filling, row: Row, around: Rows | null): FilledRow {
  const rows: Rows = { row, around }
  const { plan } = filling
  return {
    value(marker) {
      const asked = plan.values.get(marker)
      return asked === undefined ? nothing : shown(filling, rows, { marker, asked })
    },
    holds(marker) {
      const asked = plan.conditions.get(marker)
      return asked !== undefined && valueOf(filling, rows, asked) === true
    },
    rows(marker) {
      const frame = plan.loops.get(marker)
      if (frame === undefined) return []
      const made = rowAt(rows, frame.owner!).inner.get(frame) ?? []
      const { source } = frame
      const kept = source.kind !== 'rows' || source.where === null ? made : made.filter((each) => valueOf(filling, { row: each, around: rows }, source.where as Asked) === true)
      return kept.map((each, at) => filledRow(filling, kept === made ? each : { ...each, facts: { ...each.facts, rowNumber: String(at + 1) } }, rows))
    },
  }
}

interface Rows {
  row: Row
  around: Rows | null
}

const nothing: Shown = { text: '', cell: null, picture: null }

function rowAt({ row, around }: Rows, frame: Frame): Row {
  return row.frame === frame || around === null ? row : rowAt(around, frame)
}

function valueOf(filling: Filling, rows: Rows, { frame, typed, leaves }: Asked): ExprValue {
  const row = rowAt(rows, frame)
  const of = (leaf: Leaf): ExprValue => (leaf.from === 'fact' ? ((row.facts[leaf.name] ?? null) as ExprValue) : ((leaf.from === 'our' ? filling.answers.our : row).values[leaf.index] ?? null))
  const whole = leaves.get(typed)
  if (whole !== undefined) return of(whole)
  const known = withValues(typed, (leaf) => {
    const found = leaves.get(leaf)
    return found === undefined ? null : ({ kind: 'constant', value: of(found), type: leaf.type, at: leaf.at, length: leaf.length } satisfies Typed)
  })
  const { ctx } = filling
  return evaluate(known, { me: ctx.who.userId, now: ctx.now.toISOString(), today: todayIn(ctx), timeZone: ctx.timeZone, value: () => null })
}

function shown(filling: Filling, rows: Rows, { marker, asked }: { marker: ValueMarker; asked: Asked }): Shown {
  const { typed, column, frame } = asked
  if (column !== null && column.from !== 'fact') {
    const of = column.from === 'our' ? filling.answers.our : rowAt(rows, frame)
    const value = of.columns[of.frame.columns[column.index]!] ?? null
    if (isPicture(marker)) return pictureShown(filling, marker, value)
    return { ...nothing, text: showValue(namesOf(value), { kind: 'list', of: { kind: 'text' } }, marker.formats, filling.how) }
  }
  if (typed.kind === 'me') return { ...nothing, text: showValue(filling.ctx.who.name, { kind: 'text' }, marker.formats, filling.how) }
  const value = labelled(valueOf(filling, rows, asked), typed, filling.how.language)
  return { text: showValue(value, typed.type, marker.formats, filling.how), cell: cellOf(value, typed, marker.formats), picture: null }
}

/** A choice by what it is called in the language of the document. */
function labelled(value: ExprValue, typed: Typed, language: Language): ExprValue {
  const choices = typed.kind === 'path' ? typed.path.choices : undefined
  if (choices === undefined || value === null) return value
  const label = (one: ExprValue): ExprValue => choices.find((choice) => choice.value === one)?.label[language] ?? one
  return Array.isArray(value) ? (value as readonly ExprValue[]).map(label) : label(value)
}

const namesOf = (value: unknown): readonly ExprValue[] | null => {
  const all = Array.isArray(value) ? value : [value]
  const names = all.flatMap((each: unknown) => (typeof each === 'object' && each !== null && 'name' in each ? [String(each.name)] : []))
  return names.length === 0 ? null : names
}

const numeric = new Set(['money', 'amount', 'number', 'percent'])

function cellOf(value: ExprValue, { type }: Typed, formats: readonly Format[]): Shown['cell'] {
  if (value === null || formats.some(({ name }) => !numeric.has(name))) return null
  if (type.kind === 'number') return { kind: 'number', value: String(value as string) }
  if (type.kind === 'money') return { kind: 'number', value: (value as { amount: string }).amount }
  return type.kind === 'date' || type.kind === 'dateTime' ? { kind: type.kind, value: String(value as string) } : null
}

// ---- Pictures ----------------------------------------------------------------------------------------------------

function pictureShown({ pictures }: Filling, marker: ValueMarker, value: unknown): Shown {
  const picture = filesIn(value).map(({ hash }) => pictures.get(hash)).find((each) => each !== undefined)
  if (picture === undefined) return nothing
  const given = marker.formats.find(({ name }) => name === 'image')!.given
  const size = Number.parseFloat(given.replace(',', '.'))
  return { ...nothing, picture: { picture, widthCm: given === '' || Number.isNaN(size) ? null : /mm$/.test(given) ? size / 10 : size } }
}

const filesIn = (value: unknown): FileValue[] => (Array.isArray(value) ? value : [value]).filter((each): each is FileValue => typeof each === 'object' && each !== null && 'hash' in each)

const mostPictures = 300
const largestPicture = 15 * 1024 ** 2

/** Each read once, however many lines show it. What is larger than a document bears is left out. */
async function picturesOf(plan: Plan, { all, our }: Answers): Promise<Map<string, Picture>> {
  const wanted = new Map<string, FileValue>()
  for (const [marker, { column, frame }] of plan.values) {
    if (!isPicture(marker) || column === null || column.from === 'fact') continue
    const rows = column.from === 'our' ? [our] : all.filter((row) => row.frame === frame)
    for (const row of rows) for (const file of filesIn(row.columns[row.frame.columns[column.index]!])) wanted.set(file.hash, file)
  }
  const pictures = new Map<string, Picture>()
  for (const { hash, size } of [...wanted.values()].slice(0, mostPictures)) {
    const picture = size > largestPicture ? null : pictureOf(await contentsOf(hash))
    if (picture !== null) pictures.set(hash, picture)
  }
  return pictures
}

/** A file that the store has lost makes no picture. */
export async function contentsOf(hash: string): Promise<Uint8Array> {
  const store = currentFiles()
  if (!(await store.has(hash))) return new Uint8Array()
  const pieces: Buffer[] = []
  for await (const piece of (await store.open(hash)).stream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}
