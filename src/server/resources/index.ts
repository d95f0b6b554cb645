/** What people share and borrow: rooms, devices, cars, kits; who has them when. No unit is ever given twice. */
export { objects } from './objects.ts'
export { routes } from './routes.ts'
export { jobs, noticeKinds, reactions } from './background.ts'
export { installUnits as prepare } from './units/actions.ts'
export { book, type Booked, type Wanted } from './actions.ts'
export { bookedTimes, type UnavailableTime } from './queries.ts'
export { carryBookings, followers } from './following/actions.ts'
export { explanations } from './taken/actions.ts'
