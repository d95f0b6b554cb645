/** "Why can (or can't) he do this with this record?" — answered by the same ways that make the row rule. */
import type { ObjectDefinition, Verb } from '../../../contract/definition.ts'
import { refuse } from '../../../contract/refusal.ts'
import type { Text } from '../../../contract/text.ts'
import { describe } from '../../../expression/describe.ts'
import { join, name, sql, type Sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'
import { tableName } from '../metadata/naming.ts'
import { draftFor, yes } from '../query/draft.ts'
import { isId } from '../query/one.ts'
import { fill, rightsValues } from '../query/slots.ts'
import { texts as queryTexts } from '../query/texts.ts'
import { ruleOfText } from '../query/where.ts'
import { limitsInWords } from './explain-limits.ts'
import { scopeNames, texts, verbNames } from './explain-texts.ts'
import { keyAllows, verbAbove } from './field-access.ts'
import { isNarrowed } from './personal.ts'
import { besideUntold, untold } from './telling.ts'
import { ruleOf, waysOf, type Way } from './ways.ts'
import type { Who } from './who.ts'

export interface Reason {
  /** Does this by itself let him? */
  allows: boolean
  /** A plain sentence in each language, facts put in. */
  text: Text
}

export interface Explanation {
  allowed: boolean
  reasons: Reason[]
  /** What holds besides, whichever record it is: fields and works that his roles narrow. */
  besides: Text[]
}

type Truths = Record<string, boolean>

/** `ctx` is the administrator who asks; the reasons speak of `about`. Shows rules and whether the record exists: not for others' eyes. */
export async function explainAccess(ctx: Ctx, about: Who, question: { object: string; id: string; verb: Verb }): Promise<Explanation> {
  const { verb } = question
  const object = ctx.registry.objects.get(question.object) ?? refuse('unknown_object', queryTexts.unknownObject, { values: { name: question.object }, status: 404 })
  const his: Ctx = { ...ctx, who: about }
  const ways = (about.all && !isNarrowed(object)) || !keyAllows(about, verb) ? [] : waysOf(draftFor(his), object, verb, 't')
  const truths = isId(question.id) ? await truthsOf(his, object, { id: question.id, verb, ways }) : null
  if (truths === null) return { allowed: false, reasons: [reason(false, texts.notThere)], besides: [] }
  const allowed = truths['allowed']! && (!truths['trashed'] || truths['deletes']!)
  return { allowed, reasons: [...waysInWords(his, object, { verb, ways, truths }), ...toldInWords(his, object, truths), ...stateInWords(about, truths)], besides: limitsInWords(his, object) }
}

/** Every condition of every way, asked of this one record. */
async function truthsOf(his: Ctx, object: ObjectDefinition, { id, verb, ways }: { id: string; verb: Verb; ways: readonly Way[] }): Promise<Truths | null> {
  const draft = draftFor(his)
  const conditions: [string, Sql][] = [
    ['allowed', ruleOf(draft, object.name, verb, 't')],
    ['deletes', ruleOf(draft, object.name, 'delete', 't')],
    ['untold', besideUntold(draft, object, { alias: 't', reached: yes })],
    ['trashed', sql`${name('t', 'deleted_at')} is not null`],
    ['archived', object.archivable ? sql`${name('t', 'archived_at')} is not null` : sql`false`],
    ...ways.flatMap((way, index): [string, Sql][] => [[`scope${index}`, way.scope], ...(way.rule === null ? [] : [[`rule${index}`, way.rule] as [string, Sql]])]),
  ]
  const select = join(conditions.map(([as, condition]) => sql`coalesce((${condition}), false) as ${name(as)}`))
  const statement = sql`select ${select} from ${name(tableName(object))} ${name('t')} where ${name('t', 'id')} = ${id}`
  const [row] = await his.db.rows<Truths>(fill(statement, rightsValues(his)))
  return row ?? null
}

function waysInWords(his: Ctx, object: ObjectDefinition, { verb, ways, truths }: { verb: Verb; ways: readonly Way[]; truths: Truths }): Reason[] {
  const { who } = his
  const facts = { name: same(who.name), verb: verbNames[verb], object: object.plural }
  if (!keyAllows(who, verb)) return [reason(false, texts.keyRefuses, facts)]
  if (who.all && !isNarrowed(object)) return [reason(true, texts.administrator, facts)]
  const reasons = ways.flatMap((way, index) => wayInWords(his, object, { way, verb, inScope: truths[`scope${index}`]!, byRule: truths[`rule${index}`] ?? true }))
  const byGrant = ways.some((way) => way.kind === 'grant' || way.kind === 'baseline')
  return byGrant || who.all ? reasons : [reason(false, texts.noGrant, facts), ...reasons]
}

function wayInWords(his: Ctx, object: ObjectDefinition, { way, verb, inScope, byRule }: { way: Way; verb: Verb; inScope: boolean; byRule: boolean }): Reason[] {
  const facts = { name: same(his.who.name), verb: verbNames[verb] }
  switch (way.kind) {
    case 'grant': {
      const { role, scope, rule } = way.grant
      const whole = { ...facts, role: same(role), scope: scopeNames[scope] }
      const reached = inScope && rule === null
      const scopes = reason(reached, inScope ? texts.roleReaches : texts.roleMisses, whole)
      return rule === null ? [scopes] : [scopes, ruleInWords(his, object, { role, rule, holds: byRule, reaches: inScope && byRule })]
    }
    case 'baseline':
      return [reason(inScope, inScope ? texts.baselineReaches : texts.baselineMisses, { ...facts, scope: scopeNames[way.granted] })]
    case 'follows': {
      const link = his.registry.field(object.name, way.link)!
      const more = { link: link.label, target: his.registry.object(way.target).label, verb: verbNames[verbAbove(verb)] }
      return [reason(inScope, inScope ? texts.followsReaches : texts.followsMisses, { ...facts, ...more })]
    }
    case 'unlinked':
      return inScope ? [reason(true, texts.unlinkedReaches, facts)] : []
    case 'administrator':
      return [reason(inScope, inScope ? texts.administrator : texts.narrowedFromAdministrator, facts)]
    case 'named':
      return inScope ? [reason(true, texts.namedReaches, { ...facts, field: his.registry.field(object.name, way.field)!.label })] : []
    case 'entrusted':
      return inScope ? [reason(true, texts.entrustedReaches, { ...facts, by: his.registry.object(way.by.object).label })] : []
  }
}

function ruleInWords(his: Ctx, object: ObjectDefinition, { role, rule, holds, reaches }: { role: string; rule: string; holds: boolean; reaches: boolean }): Reason {
  const { typed } = ruleOfText(his, object.name, rule)
  const inWords = typed === undefined ? same(rule) : { pl: describe(typed, 'pl'), en: describe(typed, 'en') }
  const facts = { role: same(role), rule: inWords }
  return reason(reaches, typed === undefined ? texts.ruleBroken : holds ? texts.ruleHolds : texts.ruleFails, facts)
}

/** Whatever lets him in, a record that tells what he may not read is not there for him. */
function toldInWords(his: Ctx, object: ObjectDefinition, truths: Truths): Reason[] {
  if (truths['untold'] || untold(his, object).length === 0) return []
  return [reason(false, texts.tellsHidden, { name: same(his.who.name) })]
}

function stateInWords(about: Who, truths: Truths): Reason[] {
  const facts = { name: same(about.name) }
  const trash = truths['trashed'] ? [reason(truths['deletes']!, truths['deletes'] ? texts.inTrash : texts.hiddenInTrash, facts)] : []
  return truths['archived'] ? [...trash, reason(truths['allowed']!, texts.archived)] : trash
}

const same = (word: string): Text => ({ pl: word, en: word })

/** Facts are put in as they are: names and rules may contain braces, which ICU would read as its own. */
function reason(allows: boolean, sentence: Text, facts: Readonly<Record<string, Text>> = {}): Reason {
  const filled = (language: 'pl' | 'en') => sentence[language].replace(/\{(\w+)\}/g, (_, fact: string) => facts[fact]![language])
  return { allows, text: { pl: filled('pl'), en: filled('en') } }
}
