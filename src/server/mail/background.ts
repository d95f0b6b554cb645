import { deliveryJob } from '../kernel/outgoing/deliver.ts'
import { mailWay } from './sending/actions.ts'

export const jobs = [deliveryJob(mailWay())]
