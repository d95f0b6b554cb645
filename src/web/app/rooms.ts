import type { WebRoom } from '../kernel/shell/rooms.ts'
import { failures } from '../kernel/failures/screen.ts'
import { register } from '../kernel/records/register/screen.ts'
import { trash } from '../kernel/records/trash/screen.ts'
import { activities } from '../activities/index.ts'
import { calendar } from '../calendar/index.ts'
import { configuration } from '../configuration/index.ts'
import { imports } from '../imports/index.ts'
import { layouts } from '../layouts/index.ts'
import { mail } from '../mail/index.ts'
import { notices } from '../notices/index.ts'
import { parties } from '../parties/index.ts'
import { quotes } from '../quotes/index.ts'
import { resources } from '../resources/index.ts'
import { sms } from '../sms/index.ts'
import { users } from '../users/index.ts'

/** Rooms with screens of their own, in the order of their links. */
export const rooms: readonly WebRoom[] = [users, parties, activities, calendar, resources, quotes, configuration, layouts, imports, mail, sms, notices, failures, trash, register]
