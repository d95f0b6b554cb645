import { z } from 'zod'
import { RefusalError } from '../../../contract/refusal.ts'
import { say } from '../../../contract/text.ts'
import type { Ctx } from '../../kernel/context.ts'
import { Page } from '../../kernel/http/implement.ts'
import type { CustomersQuote } from '../contract.ts'
import { answerByLink, commentByLink, customersPage, reckonChoices } from '../links/actions.ts'
import { gonePage, quotePage, type Form, type Said } from './rules.ts'
import { page } from './texts.ts'

const blank: Form = { act: '', name: '', text: '', reason: '', chosen: [] }

export const showQuote = (ctx: Ctx, token: string): Promise<Page> => orGone(ctx, async () => new Page(quotePage(await customersPage(ctx, token), { form: blank, said: null })))

/** One form for all that a customer may do; whatever is refused, what was typed and chosen stays in it. */
export const takeForm = (ctx: Ctx, token: string, form: Form): Promise<Page> =>
  orGone(ctx, async () => {
    const quote = await customersPage(ctx, token)
    try {
      return new Page(await done(ctx, token, { form, quote }))
    } catch (error) {
      if (!(error instanceof RefusalError) || error.status === 404 || error.status === 429) throw error
      const now = await customersPage(ctx, token)
      return new Page(quotePage(await tried(ctx, token, { form, quote: now }), { form, said: { tone: 'refused', text: error.refusals.map(({ text, values }) => say(text, quote.language, values)).join(' ') } }), error.status)
    }
  })

async function done(ctx: Ctx, token: string, { form, quote }: { form: Form; quote: CustomersQuote }): Promise<string> {
  const missing = whatIsMissing(form, quote)
  if (missing !== null) return quotePage(await tried(ctx, token, { form, quote }), { form, said: missing })
  const { act, name, text, reason, chosen } = form
  if (act === 'accept') return quotePage(await answerByLink(ctx, token, { answer: 'accept', name: name.slice(0, 200), chosen }), { form, said: null })
  if (act === 'decline') return quotePage(await answerByLink(ctx, token, { answer: 'decline', name: name.slice(0, 200), ...(reason === '' ? {} : { reason: reason.slice(0, 2_000) }) }), { form, said: null })
  if (act === 'comment') {
    const after = await commentByLink(ctx, token, { name: name.slice(0, 200), text: text.slice(0, 5_000) })
    return quotePage(await tried(ctx, token, { form, quote: after }), { form: { ...form, text: '' }, said: { tone: 'done', text: say(page.commented, quote.language) } })
  }
  return quotePage(await tried(ctx, token, { form, quote }), { form, said: { tone: 'done', text: say(page.recomputed, quote.language) } })
}

function whatIsMissing({ act, name, text }: Form, { language }: CustomersQuote): Said | null {
  const answers = act === 'accept' || act === 'decline' || act === 'comment'
  if (answers && name === '') return { tone: 'refused', text: say(page.nameMissing, language) }
  return act === 'comment' && text === '' ? { tone: 'refused', text: say(page.commentMissing, language) } : null
}

/** The quote as it comes to with what is chosen on the page; an answered one as it was answered. */
async function tried(ctx: Ctx, token: string, { form, quote }: { form: Form; quote: CustomersQuote }): Promise<CustomersQuote> {
  const known = new Set(quote.lines.map(({ id }) => id))
  const chosen = form.chosen.filter((id) => z.uuid().safeParse(id).success && known.has(id))
  return quote.state === 'open' ? { ...quote, ...(await reckonChoices(ctx, token, chosen)) } : quote
}

async function orGone(ctx: Ctx, show: () => Promise<Page>): Promise<Page> {
  try {
    return await show()
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error
    return new Page(gonePage(error.refusals.map(({ text, values }) => say(text, ctx.language, values)).join(' '), ctx.language), error.status)
  }
}
