/** Documents made from records: templates with markers in the expression language, and what came of them. */
export { makeDocument, sellerOf, storeSeller } from './actions.ts'
export { jobs } from './background.ts'
export { registerFacts, type FactRow, type FactRows, type FactsSource, type FactValue } from './facts/rules.ts'
export { objects } from './objects.ts'
export { routes } from './routes.ts'
export { installTemplates } from './shipped/actions.ts'
export { followers } from './templates/actions.ts'
