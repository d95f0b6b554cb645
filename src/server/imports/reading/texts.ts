/** Why a file, or a row of it, cannot be read. */
import type { Text } from '../../../contract/text.ts'

export const sentences = {
  'import.empty': { pl: 'Plik jest pusty.', en: 'The file is empty.' },
  'import.not_a_table': { pl: 'To nie jest plik z tabelą. Wczytać można CSV, XLSX albo ODS.', en: 'This file is not a table. CSV, XLSX and ODS can be read.' },
  'import.encrypted': { pl: 'Plik jest zabezpieczony hasłem. Otwórz go, zdejmij hasło i zapisz ponownie.', en: 'The file is protected by a password. Open it, remove the password and save it again.' },
  'import.old_excel': { pl: 'To plik w dawnym formacie Excela ({format}). Otwórz go i zapisz jako skoroszyt XLSX.', en: 'This file is in an old Excel format ({format}). Open it and save it as an XLSX workbook.' },
  'import.web_page': { pl: 'To strona internetowa, a nie arkusz, choć nazwa może mówić co innego. Otwórz plik w arkuszu kalkulacyjnym i zapisz jako XLSX.', en: 'This is a web page and not a spreadsheet, whatever its name says. Open it in a spreadsheet program and save it as XLSX.' },
  'import.damaged': { pl: 'Plik jest uszkodzony i nie da się go przeczytać. Otwórz go w arkuszu kalkulacyjnym i zapisz ponownie.', en: 'The file is damaged and cannot be read. Open it in a spreadsheet program and save it again.' },
  'import.cut_off': { pl: 'Plik jest ucięty: dane urywają się przed końcem arkusza, więc część wierszy by przepadła. Zapisz go albo pobierz jeszcze raz.', en: 'The file is cut off: its data end before the sheet does, so some rows would be lost. Save it or download it again.' },
  'import.too_large_inside': { pl: 'Plik po rozpakowaniu jest podejrzanie duży, więc nie będzie czytany. Zapisz dane jako CSV.', en: 'Unpacked, the file is suspiciously large, so it will not be read. Save the data as CSV.' },
  'import.no_sheet': { pl: 'W pliku nie ma arkusza „{sheet}”. Są: {sheets}.', en: 'The file has no sheet “{sheet}”. It has: {sheets}.' },
  'import.no_head': { pl: 'W pliku nie ma wiersza {line}, który miał być nagłówkiem.', en: 'The file has no line {line}, which was to be the head.' },
  'import.wide_head': { pl: 'Nagłówek ma ponad {max} kolumn, a więcej nie można wczytać.', en: 'The head has more than {max} columns, and no more can be read.' },
  'row.quote_never_closed': { pl: 'Cudzysłów otwarty w tym wierszu nie został zamknięty.', en: 'A quote opened in this row is never closed.' },
  'row.nul': { pl: 'Wiersz zawiera znak NUL, którego nie można zapisać.', en: 'The row contains a NUL character, which cannot be stored.' },
  'row.cell_too_large': { pl: 'Komórka w tym wierszu ma ponad {max, number} znaków.', en: 'A cell in this row has more than {max, number} characters.' },
  'row.too_wide': { pl: 'Wiersz ma ponad {max} kolumn.', en: 'The row has more than {max} columns.' },
} as const satisfies Record<string, Text>
