import * as accounting from './accounting/actions.ts'
import * as becoming from './becoming/actions.ts'

export const actions = [...becoming.actions, ...accounting.actions]
