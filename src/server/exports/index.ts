/** The room through which lists go out: XLSX and CSV of any length. */
export { exportList } from './actions.ts'
export { csvLine } from './csv/rules.ts'
export { routes } from './routes.ts'
