import type { ExprType } from '../../../../expression/types.ts'
import type { Text } from '../../../../contract/text.ts'
import { isMine, type Operator } from './conditions.ts'
import type { Asked } from './field.ts'

const order: Operator[] = ['is', 'isNot', 'less', 'atMost', 'more', 'atLeast', 'between', 'empty', 'filled']
const byKind: Record<ExprType['kind'], Operator[]> = {
  text: ['contains', 'is', 'isNot', 'starts', 'ends', 'lacks', 'empty', 'filled'],
  number: order,
  money: ['atLeast', 'more', 'atMost', 'less', 'is', 'between', 'empty', 'filled'],
  yesNo: ['yes', 'no'],
  date: ['is', 'today', 'lastDays', 'olderDays', 'nextDays', 'less', 'atMost', 'more', 'atLeast', 'between', 'empty', 'filled'],
  time: order,
  dateTime: ['lastDays', 'olderDays', 'less', 'more', 'atLeast', 'between', 'empty', 'filled'],
  choice: ['oneOf', 'noneOf', 'is', 'isNot', 'empty', 'filled'],
  record: ['is', 'oneOf', 'isNot', 'noneOf', 'empty', 'filled'],
  list: ['hasAny', 'has', 'hasAll', 'hasNot', 'empty', 'filled'],
  empty: ['empty', 'filled'],
}

const mineOfOne: Readonly<Record<string, readonly Operator[]>> = { user: ['me', 'notMe', 'mySubordinates', 'myTeamMates'], team: ['myTeams'], territory: ['myTerritories'] }
const mineOfMany: Readonly<Record<string, readonly Operator[]>> = { team: ['hasMyTeams'], territory: ['hasMyTerritories'] }

/** What may be asked of a value of this type. Links to people, teams and territories also with one's own, those into a tree also with what lies below. */
export function operatorsOf({ type, leadsIntoTree }: Pick<Asked, 'type' | 'leadsIntoTree'>): Operator[] {
  const [target, own] = type.kind === 'list' && type.of.kind === 'record' ? [type.of.object, mineOfMany] : type.kind === 'record' ? [type.object, mineOfOne] : ['', {}]
  if (type.kind === 'record' || target !== '') return [...(own[target] ?? []), ...withinTree(byKind[type.kind], leadsIntoTree)]
  return isClassified(type) ? ['within', ...byKind[type.kind]] : byKind[type.kind]
}

/** Most links are asked for one record alone, so what lies below it comes second. */
const withinTree = ([first, ...rest]: readonly Operator[], leadsIntoTree: boolean): Operator[] => [first!, ...(leadsIntoTree ? (['within'] as const) : []), ...rest]

/** Values that lie under one another are most often asked for with those below. */
const isClassified = (type: ExprType): boolean => (type.kind === 'list' ? isClassified(type.of) : type.kind === 'choice' && type.parents !== undefined)

export const takesMany = (operator: Operator): boolean => operator === 'oneOf' || operator === 'noneOf' || operator === 'hasAny' || operator === 'hasAll'
export const takesNothing = (operator: Operator): boolean => isMine(operator) || ['empty', 'filled', 'yes', 'no', 'me', 'notMe', 'today'].includes(operator)
export const takesDays = (operator: Operator): boolean => operator === 'lastDays' || operator === 'olderDays' || operator === 'nextDays'

/** Read after the field's name, so that the chip is a sentence: 'Region jest jednym z mazowieckie, śląskie'. */
export const operatorWords: Record<Operator, Text> = {
  is: { pl: 'to', en: 'is' },
  isNot: { pl: 'to nie', en: 'is not' },
  less: { pl: 'przed / poniżej', en: 'before / below' },
  atMost: { pl: 'najwyżej', en: 'at most' },
  more: { pl: 'po / powyżej', en: 'after / above' },
  atLeast: { pl: 'co najmniej', en: 'at least' },
  between: { pl: 'między', en: 'between' },
  contains: { pl: 'zawiera', en: 'contains' },
  lacks: { pl: 'nie zawiera', en: 'does not contain' },
  starts: { pl: 'zaczyna się od', en: 'starts with' },
  ends: { pl: 'kończy się na', en: 'ends with' },
  oneOf: { pl: 'to', en: 'is' },
  noneOf: { pl: 'to nie', en: 'is not' },
  within: { pl: 'w klasie (z podległymi)', en: 'in class (with those below)' },
  has: { pl: 'zawiera', en: 'has' },
  hasNot: { pl: 'nie zawiera', en: 'does not have' },
  hasAny: { pl: 'zawiera', en: 'has' },
  hasAll: { pl: 'zawiera wszystkie', en: 'has all of' },
  empty: { pl: 'jest puste', en: 'is empty' },
  filled: { pl: 'jest wypełnione', en: 'is filled in' },
  yes: { pl: 'tak', en: 'yes' },
  no: { pl: 'nie', en: 'no' },
  me: { pl: 'to ja', en: 'is me' },
  notMe: { pl: 'to nie ja', en: 'is not me' },
  mySubordinates: { pl: 'to ja lub ktoś z moich podwładnych', en: 'is me or somebody below me' },
  myTeamMates: { pl: 'to ktoś z moich zespołów', en: 'is somebody of my teams' },
  myTeams: { pl: 'to mój zespół', en: 'is a team of mine' },
  myTerritories: { pl: 'leży na moim terytorium', en: 'lies in my territory' },
  hasMyTeams: { pl: 'zawiera mój zespół', en: 'has a team of mine' },
  hasMyTerritories: { pl: 'zawiera moje terytorium', en: 'has a territory of mine' },
  lastDays: { pl: 'w ostatnich dniach', en: 'in the last days' },
  olderDays: { pl: 'dawniej niż dni temu', en: 'more than days ago' },
  nextDays: { pl: 'do dni naprzód', en: 'within the next days' },
  today: { pl: 'to dzisiaj', en: 'is today' },
}

/** How the operator is named where several of one meaning are offered side by side. */
export const operatorNames: Record<Operator, Text> = {
  ...operatorWords,
  oneOf: { pl: 'to jedno z', en: 'is one of' },
  noneOf: { pl: 'to żadne z', en: 'is none of' },
  hasAny: { pl: 'zawiera któreś z', en: 'has any of' },
}

/** Of links: 'Grupa należy do (z niższymi) Maszyny'. */
export const ofTree: Partial<Record<Operator, Text>> = { within: { pl: 'należy do (z niższymi)', en: 'is in (with those below)' } }

/** Days and times come before and after, figures are below and above. */
export const ofTime: Partial<Record<Operator, Text>> = { less: { pl: 'przed', en: 'before' }, more: { pl: 'po', en: 'after' }, atMost: { pl: 'najpóźniej', en: 'no later than' }, atLeast: { pl: 'od', en: 'since' } }
export const ofFigures: Partial<Record<Operator, Text>> = { less: { pl: 'poniżej', en: 'below' }, more: { pl: 'powyżej', en: 'above' } }

export const dayWords: Partial<Record<Operator, Text>> = {
  lastDays: { pl: '{days, plural, one {w ciągu ostatniego dnia} other {w ostatnich # dniach}}', en: '{days, plural, one {in the last day} other {in the last # days}}' },
  olderDays: { pl: '{days, plural, one {dawniej niż # dzień temu} other {dawniej niż # dni temu}}', en: '{days, plural, one {more than # day ago} other {more than # days ago}}' },
  nextDays: { pl: '{days, plural, one {najdalej za # dzień} other {najdalej za # dni}}', en: '{days, plural, one {within # day from now} other {within # days from now}}' },
}
