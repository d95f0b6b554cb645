/** The room of the invented company: customers, people and two years of work to look around in and to measure with. */
export { jobs } from './background.ts'
export { loadDemo, shapeDemo, usualSize, type DemoSize } from './actions.ts'
export { commands } from './terminal/actions.ts'
