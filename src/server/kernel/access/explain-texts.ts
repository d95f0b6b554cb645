import type { MassVerb, Scope, Verb } from '../../../contract/definition.ts'
import type { Text } from '../../../contract/text.ts'

/** The sentences of "why can (or can't) he do this with this record?". `name` is the person. */
export const texts = {
  notThere: { pl: 'Takiego rekordu nie ma.', en: 'There is no such record.' },
  keyRefuses: { pl: 'Klucz API, którego używa {name}, nie ma zakresu, który na to pozwala.', en: 'The API key that {name} uses has no scope that allows it.' },
  administrator: { pl: '{name} jest administratorem: ma dostęp do wszystkiego.', en: '{name} is an administrator and reaches everything.' },
  noGrant: { pl: 'Żadna rola, którą ma {name}, nie pozwala na: {verb} ({object}).', en: 'No role of {name} allows to {verb} ({object}).' },
  roleReaches: { pl: 'Rola „{role}” pozwala: {verb} – {scope}. Ten rekord się w tym mieści.', en: 'The role “{role}” allows to {verb}: {scope}. This record is among them.' },
  roleMisses: { pl: 'Rola „{role}” pozwala: {verb} – {scope}. Tego rekordu to nie obejmuje.', en: 'The role “{role}” allows to {verb}: {scope}. This record is not among them.' },
  ruleHolds: { pl: 'Reguła roli „{role}” jest spełniona: {rule}', en: 'The rule of the role “{role}” holds: {rule}' },
  ruleFails: { pl: 'Reguła roli „{role}” nie jest spełniona: {rule}', en: 'The rule of the role “{role}” does not hold: {rule}' },
  ruleBroken: { pl: 'Reguła roli „{role}” jest niezrozumiała, więc niczego nie daje: {rule}', en: 'The rule of the role “{role}” cannot be understood, so it gives nothing: {rule}' },
  baselineReaches: { pl: 'Każda zalogowana osoba może: {verb} – {scope}. Ten rekord się w tym mieści.', en: 'Everyone who has signed in may {verb}: {scope}. This record is among them.' },
  baselineMisses: { pl: 'Każda zalogowana osoba może: {verb} – {scope}. Tego rekordu to nie obejmuje.', en: 'Everyone who has signed in may {verb}: {scope}. This record is not among them.' },
  followsReaches: { pl: 'Należy do rekordu w polu „{link}” ({target}), a tam {name} może: {verb}.', en: 'It belongs to the record in “{link}” ({target}), where {name} may {verb}.' },
  followsMisses: { pl: 'W polu „{link}” ({target}) nie ma rekordu, na którym {name} może: {verb}.', en: 'In “{link}” ({target}) there is no record on which {name} may {verb}.' },
  unlinkedReaches: { pl: 'Nie należy do żadnego rekordu, a utworzył(a) go {name}.', en: 'It belongs to no record, and {name} made it.' },
  narrowedFromAdministrator: { pl: 'Rekord jest prywatny albo zawężony do kilku osób: nie widzi go nawet administrator.', en: 'The record is private or narrowed to a few people: not even an administrator sees it.' },
  tellsHidden: { pl: 'Rekord mówi o tym, czego {name} nie może czytać w polach innych rekordów, więc go nie widzi.', en: 'The record tells what {name} may not read in fields of other records, and so is not seen.' },
  namedReaches: { pl: '{name} jest na tym rekordzie w polu „{field}”.', en: '{name} stands on this record in “{field}”.' },
  entrustedReaches: { pl: 'Osoba odpowiedzialna dopuściła tu osobę {name} ({by}).', en: 'Its owner let {name} in ({by}).' },
  inTrash: { pl: 'Rekord jest w koszu, a {name} może go usuwać i przywracać, więc go tam widzi.', en: 'The record is in the trash; {name} may delete and restore it and so sees it there.' },
  hiddenInTrash: { pl: 'Rekord jest w koszu: widzą go tam tylko ci, którzy mogą go usuwać.', en: 'The record is in the trash, where only those who may delete it see it.' },
  archived: { pl: 'Rekord jest zarchiwizowany: na listach jest tylko na żądanie.', en: 'The record is archived: lists show it only when asked.' },
  fieldsHidden: { pl: 'Pola niewidoczne: {names}.', en: 'Fields that are hidden: {names}.' },
  fieldsReadOnly: { pl: 'Pola tylko do odczytu: {names}.', en: 'Fields that can only be read: {names}.' },
  worksWithheld: { pl: 'Czynności odebrane przez role: {names}.', en: 'Withheld by the roles: {names}.' },
} satisfies Record<string, Text>

export const massNames: Record<MassVerb, Text> = {
  change: { pl: 'zmiany masowe', en: 'mass changes' },
  delete: { pl: 'usuwanie masowe', en: 'mass deletion' },
  merge: { pl: 'łączenie', en: 'merging' },
}

export const verbNames: Record<Verb, Text> = {
  create: { pl: 'tworzyć', en: 'create' },
  read: { pl: 'oglądać', en: 'see' },
  change: { pl: 'zmieniać', en: 'change' },
  delete: { pl: 'usuwać', en: 'delete' },
  export: { pl: 'eksportować', en: 'export' },
}

export const scopeNames: Record<Scope, Text> = {
  none: { pl: 'żadne', en: 'none' },
  own: { pl: 'własne', en: 'one’s own' },
  team: { pl: 'swojego zespołu', en: 'those of one’s teams' },
  subordinates: { pl: 'swoje i podwładnych', en: 'one’s own and of those below' },
  all: { pl: 'wszystkie', en: 'all' },
}
