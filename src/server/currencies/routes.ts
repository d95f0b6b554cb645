import { implement } from '../kernel/http/implement.ts'
import { fetchNow, saveSettings, shownState } from './actions.ts'
import * as contract from './contract.ts'

export const routes = [
  implement(contract.readState, (ctx) => shownState(ctx)),
  implement(contract.saveSettings, (ctx, { body }) => saveSettings(ctx, body)),
  implement(contract.fetchNow, (ctx, _given, http) => fetchNow(ctx, http.gone)),
]
