/**
 * The shapes of the one expression language: what a text becomes (Node), what it becomes once its names and types are known
 * (Typed), and what whoever uses the language brings along: the fields he may mention (Scope), a record's values (Facts),
 * or SQL for them (Binding).
 *
 *   text ──parse──▶ Node ──check(scope)──▶ Typed ──evaluate(facts)──▶ value
 *                    ▲ show                       └─toSql(binding)───▶ SQL, the same value for the same row
 */
import type { Holidays } from './workdays.ts'
import type { ChoiceValue } from '../contract/definition.ts'
import type { Text, TextValues } from '../contract/text.ts'
import type { FunctionDefinition } from './functions/definition.ts'
import type { RateOn } from './rates.ts'
import type { Sql } from './sql.ts'
import type { ExprType, ExprValue } from './types.ts'
import type { Comparison } from './unify.ts'

/** Where in the text, in UTF-16 units as an editor's selection counts. */
export interface Place {
  at: number
  length: number
}

/** Why a text is not an expression, or not one that makes sense here: `say(problem.text, language, problem.values)`. */
export interface Problem extends Place {
  code: string
  text: Text
  values: TextValues
}

// ---- What is written ---------------------------------------------------------------------------------------------

export type ArithmeticOperator = '+' | '-' | '*' | '/'
export type CompareOperator = '=' | '<' | '<=' | '>' | '>=' | 'contains' | 'starts with' | 'ends with' | 'has' | 'has any' | 'has all' | 'in' | 'between' | 'is empty'
export type AggregateName = 'SUM' | 'AVG' | 'MIN' | 'MAX' | 'COUNT' | 'FIRST' | 'LAST' | 'EXISTS'

/** Values as canonical text: number '10000.5', date '2026-01-31', time '08:30', dateTime as written ('2026-01-31T08:30'). */
export type Literal =
  | { kind: 'number'; value: string }
  | { kind: 'money'; amount: string; currency: string }
  | { kind: 'text'; value: string }
  | { kind: 'date'; value: string }
  | { kind: 'time'; value: string }
  | { kind: 'dateTime'; value: string }
  | { kind: 'yesNo'; value: boolean }
  | { kind: 'empty' }

export interface NamePart extends Place {
  name: string
}

export type Node = Place &
  (
    | Literal
    /** `today`, `now`. `me` is a path whose first name is `me`. */
    | { kind: 'today' }
    | { kind: 'now' }
    | { kind: 'path'; names: readonly NamePart[] }
    | { kind: 'and'; parts: readonly Node[] }
    | { kind: 'or'; parts: readonly Node[] }
    | { kind: 'not'; of: Node }
    /** `right` has one node; two with between, none with `is empty`. `!=`, `not in`, `is not empty` … are negated. */
    | { kind: 'compare'; operator: CompareOperator; negated: boolean; left: Node; right: readonly Node[] }
    | { kind: 'list'; items: readonly Node[] }
    | { kind: 'minus'; of: Node }
    | { kind: 'arithmetic'; operator: ArithmeticOperator; left: Node; right: Node }
    | { kind: 'join'; parts: readonly Node[] }
    /** `where` and `by` stand only in aggregates: LAST(visits.result by endedAt where kind = 'x'). */
    | { kind: 'call'; name: string; args: readonly Node[]; where: Node | null; by: Node | null }
  )

// ---- What it means -----------------------------------------------------------------------------------------------

export interface LinkStep {
  /** The object that has the link field, and where it leads. */
  object: string
  field: string
  target: string
}

/** A value of a record, perhaps some links away: company.owner.name is links [company, owner], object user, field name. */
export interface Path {
  /** `me`: starts at the person asking, not at the record; then `links[0].object` or `object` is 'user'. */
  root: 'record' | 'me'
  links: readonly LinkStep[]
  /** The object the last field belongs to. */
  object: string
  field: string
  /** addresses.city, amount.currency */
  part: string | null
  type: ExprType
  labels: readonly Text[]
  choices?: readonly ChoiceValue[]
  /** Where each name stands in the text: of the links, then of the field. Left out where nobody wrote it. */
  places?: readonly Place[]
}

/** Many records seen from one: those that link to it, or those its `links` field leads to. */
export interface Collection {
  root: 'record' | 'me'
  /** To-one links to go first: COUNT(company.people). */
  links: readonly LinkStep[]
  via: { kind: 'reverse'; object: string; field: string } | { kind: 'links'; object: string; field: string }
  /** The object of the many. */
  object: string
  labels: readonly Text[]
  /** Where each name stands in the text: of the links, then of the many. */
  places: readonly Place[]
}

export type Typed = Place & { type: ExprType } & (
    | { kind: 'constant'; value: ExprValue }
    /** A date and time written without a zone: the person's own zone says which moment it is. */
    | { kind: 'localTime'; value: string }
    | { kind: 'today' }
    | { kind: 'now' }
    | { kind: 'me' }
    | { kind: 'path'; path: Path }
    | { kind: 'and'; parts: readonly Typed[] }
    | { kind: 'or'; parts: readonly Typed[] }
    | { kind: 'not'; of: Typed }
    /** `as` is null where nothing is compared: contains, is empty. */
    | { kind: 'compare'; operator: CompareOperator; negated: boolean; as: Comparison | null; left: Typed; right: readonly Typed[] }
    | { kind: 'list'; items: readonly Typed[] }
    | { kind: 'minus'; of: Typed }
    | { kind: 'arithmetic'; operator: ArithmeticOperator; left: Typed; right: Typed }
    | { kind: 'join'; parts: readonly Typed[] }
    | { kind: 'call'; definition: FunctionDefinition; args: readonly Typed[] }
    /** `value` and `where` are in the scope of the collection's object. */
    | { kind: 'aggregate'; name: AggregateName; collection: Collection; value: Typed | null; where: Typed | null; by: Typed | null }
  )

// ---- What the user of the language brings ------------------------------------------------------------------------

export interface ScopeField {
  /** What it is called now, where it may still be spoken of by a name it had. */
  name?: string
  type: ExprType
  /** Object a link or links field leads to. */
  target?: string
  parts?: Readonly<Record<string, { type: ExprType; label?: Text }>>
  label?: Text
  choices?: readonly ChoiceValue[]
}

/** What may be mentioned: only what this person may read. Not allowed and not there are both null and sound the same. */
export interface Scope {
  /** The object whose record the expression is about. */
  object: string
  /** A field of any object. `id` needs not be told apart: it is always the record itself. */
  field(object: string, name: string): ScopeField | null
  /** Records of another object that lead here, by the name the scope gives them (`deals`). `link` is their field. */
  reverse(object: string, name: string): { object: string; link: string; label?: Text } | null
  /** Everything `field` and `reverse` would find, for "did you mean". */
  names(object: string): readonly string[]
  /** Values of the person asking that are not fields of `user`: teams, teamMates, subordinates, territories. */
  me?(name: string): ScopeField | null
  /** Do records of this object lie under one another, as far as he may know? Left out where no database answers: then nothing can ask what lies below one. */
  isTree?(object: string): boolean
}

/** Who asks, when, and where on earth. */
export interface Circumstances {
  /** Id of the person; null: the program. */
  me: string | null
  /** RFC 3339 UTC with milliseconds. */
  now: string
  /** The person's day, YYYY-MM-DD. */
  today: string
  /** IANA name. */
  timeZone: string
  /** Of the firm's country; left out: of Poland. The database knows them by itself. */
  holidays?: Holidays | undefined
}

/** A record's values, for evaluation in JavaScript. */
export interface Facts extends Circumstances {
  /** undefined counts as empty. Also called for paths with root `me`. */
  value(path: Path): ExprValue | undefined
  /** The records of a collection, in any order. Needed only where aggregates are allowed. */
  related?(collection: Collection): readonly Facts[]
  /** What one unit of a currency is worth in the base currency on a day, where the caller knows; left out: no rate is known. */
  rate?: RateOn
}

/** SQL for a row's values. Everything it gives must obey the rights of the person asking: what he may not see is null. */
export interface Binding extends Circumstances {
  /**
   * A scalar expression: number → numeric (or an integer), text, choice → text, yesNo → boolean, date, time, dateTime → timestamptz,
   * record → uuid, list → an array of these, money → its amount. Empty text and empty lists are null, never '' or {}.
   */
  path(path: Path): Sql
  /** Currency of a path of type money. */
  currency(path: Path): Sql
  /** `now` as a parameter, for statements that are kept and run at another moment; left out: `now` is written into it. */
  moment?: Sql
  /** Values known without the database, of paths with root `me`; undefined: ask `path`. */
  known?(path: Path): ExprValue | undefined
  /**
   * One scalar subquery over the collection's visible, not deleted records:
   * `(select ${select} from … where ‹belongs here› and ${where} ‹order by ${order} limit 1, when given›)`, or `exists (…)` when `exists`.
   * `ask` gets the binding of a member's row.
   */
  related(collection: Collection, ask: (member: Binding) => RelatedQuestion): Sql
  /** `(select id …)`, the same for every row: the visible record of a tree whose id `head` is, and all that can be reached below it over visible ones. */
  below(object: string, head: Sql): Sql
}

export interface RelatedQuestion {
  select: Sql
  where: Sql
  /** Whole ORDER BY list; the answer is then the first row's. */
  order?: Sql
  exists?: boolean
}
