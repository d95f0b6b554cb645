/** What a person who makes a template is told. */
import type { Text } from '../../../contract/text.ts'

export const faults = {
  'template.not_office': { pl: 'To nie jest plik DOCX ani XLSX. Zapisz szablon w Wordzie jako „Dokument programu Word (*.docx)” albo w Excelu jako „Skoroszyt (*.xlsx)”.', en: 'This is neither a DOCX nor an XLSX file. Save the template in Word as “Word document (*.docx)” or in Excel as “Workbook (*.xlsx)”.' },
  'template.macros': { pl: 'Plik zawiera makra. Zapisz go bez nich, jako DOCX albo XLSX.', en: 'The file has macros in it. Save it without them, as DOCX or XLSX.' },
  'template.too_large': { pl: 'Plik jest za duży albo rozpakowuje się do zbyt dużej zawartości. Szablon może mieć najwyżej 20 MB.', en: 'The file is too large, or unpacks to too much. A template may have at most 20 MB.' },
  'template.damaged': { pl: 'Tej części pliku nie da się odczytać. Otwórz szablon w Wordzie albo Excelu i zapisz go ponownie.', en: 'This part of the file cannot be read. Open the template in Word or Excel and save it again.' },
  'template.marker_open': { pl: 'Znacznik zaczyna się od „{{”, ale się nie kończy: brakuje „}}” w tym samym akapicie.', en: 'The marker begins with “{{” but does not end: “}}” is missing in the same paragraph.' },
  'template.marker_empty': { pl: 'Między klamrami nic nie ma.', en: 'There is nothing between the braces.' },
  'template.never_closed': { pl: 'Powtarzanie lub warunek {marker} nigdzie się nie kończy. Dopisz {closing}.', en: 'The repetition or condition {marker} never ends. Add {closing}.' },
  'template.never_opened': { pl: 'Znacznik {marker} kończy coś, co się nie zaczęło.', en: 'The marker {marker} ends what did not begin.' },
  'template.crossed': { pl: 'Znacznik {marker} kończy coś innego niż zaczęte jako ostatnie {opening}.', en: 'The marker {marker} ends something other than {opening}, which was begun last.' },
  'template.crosses_table': { pl: 'To, co zaczyna {opening}, kończy się poza swoją tabelą, komórką lub polem tekstowym. Początek i koniec muszą stać w tej samej tabeli albo oba poza nią.', en: 'What {opening} begins ends outside its table, cell or text box. The beginning and the end must stand in the same table, or both outside it.' },
  'template.else_alone': { pl: 'Znacznik {marker} musi stać w osobnym akapicie albo wierszu między {opening} a jego końcem.', en: 'The marker {marker} must stand in a paragraph or row of its own between {opening} and its end.' },
  'template.else_lost': { pl: 'Znacznik {marker} nie należy do żadnego warunku.', en: 'The marker {marker} belongs to no condition.' },
  'template.unknown_format': { pl: 'Nie ma formatu „{format}”. Są: {known}.', en: 'There is no format “{format}”. There are: {known}.' },
  'template.wrong_format': { pl: 'Formatu „{format}” nie da się użyć do tej wartości.', en: 'The format “{format}” cannot be used for this value.' },
  'template.not_many': { pl: 'Powtarzać można tylko powiązane rekordy i tabele dokumentu, a „{name}” nimi nie jest.', en: 'Only related records and tables of the document can be repeated, and “{name}” is neither.' },
  'template.unknown_object': { pl: 'Nie ma rodzaju danych „{name}”, dla którego miałby być ten szablon.', en: 'There is no kind of record “{name}” that this template could be for.' },
  'template.not_a_picture': { pl: 'Znacznik {marker} nie prowadzi do zdjęcia.', en: 'The marker {marker} does not lead to a picture.' },
  'template.rows_share': { pl: 'Wiersze arkusza powtarzane przez {opening} nie mogą być połączone z wierszami poza powtórzeniem.', en: 'Rows of the sheet repeated by {opening} cannot be merged with rows outside the repetition.' },
} as const satisfies Record<string, Text>

export const spots = {
  paragraph: { pl: 'Akapit {paragraph}: „{text}”', en: 'Paragraph {paragraph}: “{text}”' },
  cell: { pl: 'Tabela {table}, wiersz {row}, kolumna {column}', en: 'Table {table}, row {row}, column {column}' },
  header: { pl: 'Nagłówek strony: „{text}”', en: 'Page header: “{text}”' },
  footer: { pl: 'Stopka strony: „{text}”', en: 'Page footer: “{text}”' },
  note: { pl: 'Przypis: „{text}”', en: 'Note: “{text}”' },
  picture: { pl: 'Tekst alternatywny obrazu {picture}', en: 'Alternative text of picture {picture}' },
  sheetCell: { pl: 'Arkusz „{sheet}”, komórka {cell}', en: 'Sheet “{sheet}”, cell {cell}' },
  part: { pl: 'Część {part}', en: 'Part {part}' },
} as const satisfies Record<string, Text>
