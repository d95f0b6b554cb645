import type { ObjectDefinition } from '../../contract/definition.ts'
import type { ActionImplementation } from './actions/action.ts'
import type { AnyJob } from './jobs/define.ts'
import type { Implementation } from './http/implement.ts'

/** What a room brings into the house. */
export interface Room {
  name: string
  objects?: readonly ObjectDefinition[]
  routes?: readonly Implementation[]
  actions?: readonly ActionImplementation[]
  jobs?: readonly AnyJob[]
}
