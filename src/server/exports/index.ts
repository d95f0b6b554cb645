/** The room through which lists go out: XLSX and CSV of any length. */
export { csvLine } from './csv/rules.ts'
export { writeCsv } from './writers/csv.ts'
export { writeXlsx, type ListToWrite } from './writers/xlsx.ts'
