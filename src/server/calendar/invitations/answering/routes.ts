import { implement, type Http } from '../../../kernel/http/implement.ts'
import { giveAnswer, showAnswer } from './actions.ts'
import * as contract from './contract.ts'
import { isChoice } from './rules.ts'

export const routes = [
  implement(contract.answerPage, (ctx, { params, query }) => showAnswer(ctx, params.token, isChoice(query.answer) ? query.answer : null)),
  implement(contract.answerForm, async (ctx, { params }, http) => {
    const { answer, comment = '' } = await fieldsOf(http)
    return giveAnswer(ctx, params.token, { answer: isChoice(answer) ? answer : null, comment })
  }),
]

async function fieldsOf(http: Http): Promise<Record<string, string>> {
  const fields: Record<string, string> = {}
  for await (const part of http.parts()) {
    if (part.kind === 'field') fields[part.name] = part.value
    else part.stream.resume()
  }
  return fields
}
