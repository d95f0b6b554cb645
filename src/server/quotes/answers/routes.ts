import { implement, type Http } from '../../kernel/http/implement.ts'
import { showQuote, takeForm } from './actions.ts'
import * as contract from './contract.ts'
import type { Form } from './rules.ts'

export const routes = [
  implement(contract.quotePage, (ctx, { params }, http) => {
    http.setHeader('referrer-policy', 'no-referrer')
    return showQuote(ctx, params.token)
  }),
  implement(contract.quoteForm, async (ctx, { params }, http) => {
    http.setHeader('referrer-policy', 'no-referrer')
    return takeForm(ctx, params.token, await formOf(http))
  }),
]

/** Buttons, boxes and texts of the form; what is chosen comes as ids of lines, in boxes or one of each group. */
async function formOf(http: Http): Promise<Form> {
  const given: Record<string, string> = {}
  const chosen: string[] = []
  for await (const part of http.parts()) {
    if (part.kind === 'file') part.stream.resume()
    else if (part.name === 'option' || part.name.startsWith('group:')) chosen.push(part.value)
    else given[part.name] = part.value
  }
  const { act = '', name = '', text = '', reason = '' } = given
  return { act, name: name.trim(), text: text.trim(), reason: reason.trim(), chosen }
}
