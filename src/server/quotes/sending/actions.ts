/** A quote leaves the house: by mail, with a secret link and what goes along; from then on it stays as it is. */
import { buffer } from 'node:stream/consumers'
import { refuse } from '../../../contract/refusal.ts'
import { say, type Language } from '../../../contract/text.ts'
import { idOfLink } from '../../../fields/link/ids.ts'
import { showMoney } from '../../../fields/money/currencies.ts'
import type { Money } from '../../../fields/field.ts'
import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/db/uuid7.ts'
import { currentFiles } from '../../kernel/files/current.ts'
import { one } from '../../kernel/query/one.ts'
import { change } from '../../kernel/records/change.ts'
import { todayIn } from '../../kernel/records/conditions.ts'
import { letter, queueMail } from '../../mail/index.ts'
import { limitFor, type Limit } from '../approval/actions.ts'
import { changeable, linkFor } from '../links/actions.ts'
import { linksOf } from '../links/queries.ts'
import { documentOf } from '../reckoning/queries.ts'
import { isClosed, whyFixed } from '../rules.ts'
import { refusals } from '../texts.ts'
import { documentsOfQuote, productDocuments, sellerOf, type FileRow } from './queries.ts'
import { letters } from './texts.ts'

export interface Sending {
  to: { name: string; address: string }[]
  subject: string
  message: string
  limit: Limit
  why: string | null
  documents: { id: string; name: string }[]
  productDocuments: { id: string; name: string; product: string }[]
  links: Awaited<ReturnType<typeof linksOf>>
}

export async function readSending(ctx: Ctx, id: string): Promise<Sending> {
  const quote = await changeable(ctx, id)
  const document = (await documentOf(ctx.db, id))!
  const limit = await limitFor(ctx, document)
  const [made, ofProducts] = [await documentsOfQuote(ctx, id), await productDocuments(ctx, id, todayIn(ctx))]
  const language = quote['language'] as Language
  const why = quote['state'] === 'approved' ? null : whyFixed(document.head)
  const over = why === null && quote['state'] === 'draft' && limit.isOver
  return {
    to: await contactOf(ctx, idOfLink(quote['contact'])), limit,
    subject: say(letters.subject, language, { number: String(quote['number']), title: String(quote['title'] ?? '') }).replace(/ – $/, ''), message: letters.message[language],
    why: why !== null ? say(why.text, ctx.language, why.values) : over ? say(refusals.overLimit, ctx.language, { given: limit.given, percent: limit.percent! }) : null,
    documents: made.map(({ id: one, name }) => ({ id: one, name })), productDocuments: ofProducts.map(({ id: one, name, product }) => ({ id: one, name, product })), links: await linksOf(ctx.db, id),
  }
}

async function contactOf(ctx: Ctx, contact: string | null): Promise<{ name: string; address: string }[]> {
  const person = contact === null ? null : await one(ctx, 'person', contact)
  const [mail] = (person?.['mails'] ?? []) as { value: string }[]
  return person === null || mail === undefined ? [] : [{ name: String(person['name'] ?? ''), address: mail.value }]
}

export interface SentOut {
  version: number
  to: readonly { name?: string | undefined; address: string }[]
  subject: string
  message: string
  documents: readonly string[]
  productDocuments: readonly string[]
}

/** One step: moved, linked, and the mail written down, or none of it. A quote that is out already is sent once more as it is. Refuses what the move refuses, and 422 quote.no_file. */
export async function sendQuote(ctx: Ctx, id: string, sent: SentOut): Promise<{ version: number; state: string; url: string }> {
  const quote = await changeable(ctx, id)
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db }
    const operation = newId()
    const isOut = isClosed(quote['state'])
    if (isOut && quote['state'] !== 'sent') refuse('quote.no_way_back', refusals.noWayBack, { values: { state: String(quote['state']) } })
    const moved = isOut ? quote : await change(tx, 'quote', id, { version: sent.version, values: { state: 'sent' } }, { operation })
    const { url } = await linkFor(tx, id, moved['validUntil'] as string | null)
    await mail(tx, { quote: moved, sent, url, operation })
    return { version: moved.version, state: String(moved['state']), url }
  })
}

interface Mailing {
  quote: Record<string, unknown>
  sent: SentOut
  url: string
  operation: string
}

async function mail(ctx: Ctx, { quote, sent, url, operation }: Mailing): Promise<void> {
  const id = String(quote['id'])
  const language = quote['language'] as Language
  const seller = await sellerOf(ctx, idOfLink(quote['owner']))
  const facts = [
    { label: letters.number[language], value: String(quote['number']) },
    ...(quote['gross'] ? [{ label: letters.gross[language], value: showMoney(quote['gross'] as Money, language) }] : []),
    ...(quote['validUntil'] ? [{ label: letters.validUntil[language], value: String(quote['validUntil']) }] : []),
  ]
  const { html, text } = letter({ language, title: sent.subject, paragraphs: sent.message.split(/\n{2,}/), facts, button: { label: letters.button[language], url }, footer: say(letters.footer, language, { seller: seller?.name ?? '' }) })
  const files = [...pick(await documentsOfQuote(ctx, id), sent.documents), ...pick(await productDocuments(ctx, id, todayIn(ctx)), sent.productDocuments)]
  await queueMail({ ...ctx, language }, {
    key: `quote ${id} ${operation}`, to: sent.to.map(({ name, address }) => ({ address, ...(name === undefined ? {} : { name }) })), subject: sent.subject, text, html, attachments: await Promise.all(files.map(attached)),
    ...(seller === null ? {} : { replyTo: { name: seller.name, address: seller.mail } }), about: { object: 'quote', id },
  })
}

const pick = <T extends FileRow>(offered: readonly T[], wanted: readonly string[]): T[] => wanted.map((id) => offered.find((one) => one.id === id) ?? refuse('quote.no_file', refusals.noFile, { values: { name: id } }))

async function attached({ file }: FileRow): Promise<{ name: string; type: string; content: string }> {
  if (!(await currentFiles().has(file.hash))) refuse('quote.no_file', refusals.noFile, { values: { name: file.name } })
  const { stream } = await currentFiles().open(file.hash)
  return { name: file.name, type: file.type, content: (await buffer(stream)).toString('base64') }
}
