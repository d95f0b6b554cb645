/** When the firm and its people work: hours of the week, public holidays of each country, the firm's own days off. */
export { addWorkingMinutes, changeFirmHours, isFreeDay, schedulesOf, workingMinutesBetween } from './actions.ts'
export { afterWorkingMinutes, workingStretches, type Schedule, type Stretch } from './rules.ts'
export { objects } from './objects.ts'
export { routes } from './routes.ts'
