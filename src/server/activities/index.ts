/** Own work and other people's: tasks, meetings, calls, visits, letters, and who does them for whom. */
export { actions } from './actions.ts'
export { followers, jobs } from './background.ts'
export { explanations } from './dependencies/actions.ts'
export { objects } from './objects.ts'
export { describeRecurrence, readRecurrence, writeRecurrence, type Recurrence } from './recurrence/contract.ts'
export { endedBefore, lastOccurrence, nextAfter, occurrencesBetween, occursAt, whyNotRecurrence, type Series } from './recurrence/rules.ts'
export { timelines } from './timeline/background.ts'
