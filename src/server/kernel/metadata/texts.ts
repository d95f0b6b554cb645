import type { Text } from '../../../contract/text.ts'

export const faultTexts = {
  doubledName: { pl: 'nazwa „{name}” jest użyta dwa razy', en: 'the name "{name}" is used twice' },
  doubledId: { pl: 'identyfikator „{id}” jest użyty dwa razy', en: 'the identifier "{id}" is used twice' },
  doubledTable: { pl: 'dwa obiekty miałyby tę samą tabelę „{name}”', en: 'two objects would share the table "{name}"' },
  doubledColumn: { pl: 'dwa pola miałyby tę samą kolumnę „{name}”', en: 'two fields would share the column "{name}"' },
  badName: { pl: 'nazwa „{name}” musi zaczynać się małą literą i mieć tylko litery a–z i cyfry, najwyżej 40', en: 'the name "{name}" must start with a small letter and have only letters a–z and digits, 40 at most' },
  takenName: { pl: 'nazwa „{name}” jest zajęta przez program', en: 'the name "{name}" is taken by the program' },
  badNameField: { pl: 'pole „{name}” nie może być nazwą rekordu: musi być tekstem, telefonem, adresem e-mail albo numerem nadawanym', en: 'the field "{name}" cannot be a record’s name: it must be a text, a phone, a mail or an auto-number' },
  missingText: { pl: 'brakuje tekstu w języku „{language}”', en: 'the text in the language "{language}" is missing' },
  twiceOnForm: { pl: 'pole „{name}” stoi w formularzu dwa razy', en: 'the field "{name}" stands on the form twice' },
  unknownTarget: { pl: 'nie ma obiektu „{target}”, do którego to pole prowadzi', en: 'there is no object "{target}" that this field leads to' },
  noChoices: { pl: 'lista wartości jest pusta', en: 'the list of choices is empty' },
  doubledChoice: { pl: 'wartość „{value}” jest na liście dwa razy', en: 'the value "{value}" is on the list twice' },
  badTree: { pl: 'pole „{name}” nie prowadzi do tego samego obiektu, więc nie zrobi z niego drzewa', en: 'the field "{name}" does not lead to the same object, so it makes no tree of it' },
  badRelated: { pl: 'pole „{name}” nie prowadzi do obiektu {object}', en: 'the field "{name}" does not lead to the object {object}' },
  unknownField: { pl: '„{path}”: obiekt {object} nie ma pola „{name}”', en: '"{path}": the object {object} has no field "{name}"' },
} as const satisfies Record<string, Text>
