/** The administrator's shaping of the house: own objects and fields, layouts, lists of choices. */
export { routes } from './routes.ts'
export { commands } from './terminal/actions.ts'
export { applyFiles, compareFiles, exportFiles, type Applied } from './file/actions.ts'
export { filesIn } from './file/queries.ts'
