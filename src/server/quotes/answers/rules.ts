/** The customer's page of a quote: plain HTML, no script, all that is given is text. */
import { units } from '../../../contract/selling/choices.ts'
import { vatRates } from '../../../contract/selling/vat.ts'
import { compareDecimals, minorUnitsOf, showDecimal } from '../../../fields/decimals.ts'
import { say, type Language, type Text } from '../../../contract/text.ts'
import type { CustomersQuote } from '../contract.ts'
import { lookOf } from './look/rules.ts'
import { page } from './texts.ts'

/** What came from the page's one form. */
export interface Form {
  act: string
  name: string
  text: string
  reason: string
  chosen: readonly string[]
}
export interface Said {
  tone: 'done' | 'refused'
  text: string
}
type Line = CustomersQuote['lines'][number]

export function quotePage(quote: CustomersQuote, { form, said }: { form: Form; said: Said | null }): string {
  const { language } = quote
  const title = say(page.quote, language, { number: quote.number })
  const parts = [
    head(quote, title),
    standing(quote),
    said === null ? '' : `<p class="said ${said.tone}" role="${said.tone === 'refused' ? 'alert' : 'status'}">${escaped(said.text)}</p>`,
    paragraphs(quote.introduction, 'words'),
    `<form method="post" enctype="multipart/form-data">`,
    lines(quote), sums(quote), terms(quote), comments(quote), quote.state === 'open' ? answer(quote, form) : '',
    '</form>',
  ]
  return whole(language, title, parts)
}

/** Whoever holds a link that leads nowhere learns nothing by it. */
export const gonePage = (text: string, language: Language): string => whole(language, say(page.goneTitle, language), [`<header><h1>${escaped(say(page.goneTitle, language))}</h1></header><p role="status">${escaped(text)}</p>`])

function head(quote: CustomersQuote, title: string): string {
  const { language } = quote
  const facts: [Text, string | null][] = [[page.to, [quote.company, quote.contact].filter(Boolean).join(', ')], [page.issued, day(quote.issuedOn, language)], [page.valid, quote.validUntil && day(quote.validUntil, language)], [page.seller, quote.seller]]
  const edition = quote.edition > 1 ? ` <span class="quiet">${escaped(say(page.edition, language, { edition: quote.edition }))}</span>` : ''
  return `<header>${quote.firm === null ? '' : `<p class="firm">${escaped(quote.firm)}</p>`}<p class="number">${escaped(title)}${edition}</p><h1>${escaped(quote.title ?? title)}</h1>
<dl class="facts">${facts.filter(([, value]) => value).map(([label, value]) => `<div><dt>${escaped(label[language])}</dt><dd>${escaped(value!)}</dd></div>`).join('')}</dl></header>`
}

/** Whether it can still be answered; if not, why. */
function standing({ state, language, answeredBy, answeredAt, validUntil }: CustomersQuote): string {
  if (state === 'open') return ''
  const values = { who: answeredBy ?? '', when: answeredAt === null ? '' : moment(answeredAt, language), day: validUntil === null ? '' : day(validUntil, language) }
  return `<p class="standing ${state}" role="status">${escaped(say(page[state], language, values))}</p>`
}

function lines(quote: CustomersQuote): string {
  const { language, detail } = quote
  const isDetailed = detail === 'detailed'
  const heads = [page.name, page.quantity, ...(isDetailed ? [quote.prices === 'gross' ? page.priceGross : page.priceNet, page.discount, page.vatRate] : []), quote.prices === 'gross' ? page.gross : page.net]
  const numbers = numbersOf(quote.lines)
  const rows = (of: readonly Line[]) => of.map((line) => row(line, quote, numbers.get(line.id) ?? '')).join('')
  const sections = quote.sections.map(({ id, title }) => `<tbody><tr class="section"><th scope="rowgroup" colspan="${heads.length}">${escaped(title)}</th><td class="sum">${money(quote.totals.sections[id]?.[quote.prices] ?? '0', quote)}</td></tr>${rows(quote.lines.filter(({ section }) => section === id))}</tbody>`)
  const chooses = quote.state === 'open' && quote.lines.some(isChoice)
  return `<div class="table"><table><caption>${escaped(page.lines[language])}</caption><thead><tr><th scope="col">${escaped(page.number[language])}</th>${heads.map((text, at) => `<th scope="col"${at === 0 ? ' class="name"' : ''}>${escaped(text[language])}</th>`).join('')}</tr></thead>
<tbody>${rows(quote.lines.filter(({ section }) => section === null))}</tbody>${sections.join('')}</table></div>${chooses ? `<p class="recompute"><button name="act" value="reckon" formnovalidate>${escaped(page.recompute[language])}</button></p>` : ''}`
}

const isChoice = ({ kind }: Line): boolean => kind === 'optional' || kind === 'alternative'

function row(line: Line, quote: CustomersQuote, number: string): string {
  const { language } = quote
  const isDetailed = quote.detail === 'detailed'
  if (line.kind === 'text') return `<tr class="text"><td></td><td colspan="${isDetailed ? 6 : 3}">${escaped(line.name)}</td></tr>`
  const cell = (label: Text, value: string, sign = '') => `<td class="number${sign}" data-label="${escaped(label[language])}">${value}</td>`
  const isPart = line.kind === 'component'
  const amount = isPart ? '' : money(quote.prices === 'gross' ? line.gross : line.net, quote)
  const quantity = `${escaped(showDecimal(line.quantity ?? '0', language))} ${escaped(labelOf(units, line.unit, language))}`
  const priced = !isDetailed ? '' : cell(quote.prices === 'gross' ? page.priceGross : page.priceNet, line.unitPrice === null || (isPart && compareDecimals(line.unitPrice, '0') === 0) ? '' : money(line.unitPrice, quote)) + cell(page.discount, compareDecimals(line.discountGiven, '0') === 0 || isPart ? '' : `${escaped(showDecimal(line.discountGiven, language))}%`, ' wide') + cell(page.vatRate, isPart ? '' : escaped(labelOf(vatRates, line.vatRate, language).replace(/\s*\(.*\)$/, '')), ' wide')
  const depth = isPart ? ` d${Math.min(4, number.split('.').length - 1)}` : ''
  return `<tr class="${line.kind}${depth}${line.counted || isPart ? '' : ' left'}"><td class="place">${number}</td><td class="name">${choice(line, quote)}${line.code ? ` <span class="code">${escaped(line.code)}</span>` : ''}${paragraphs(line.description, 'about')}</td>${cell(page.quantity, quantity)}${priced}${cell(quote.prices === 'gross' ? page.gross : page.net, amount, ' sum')}</tr>`
}

/** The name, with its box when the customer chooses. */
function choice(line: Line, { language, state }: CustomersQuote): string {
  const name = `<span class="title">${escaped(line.name)}</span>`
  if (!isChoice(line)) return name
  const kind = line.kind === 'optional' ? page.option : page.alternative
  const tag = ` <span class="tag">${escaped(kind[language])}${line.counted ? '' : `, ${escaped(page.notAdded[language])}`}</span>`
  if (state !== 'open') return `${name}${tag}`
  const input = line.kind === 'optional' ? `type="checkbox" name="option"` : `type="radio" name="group:${escaped(line.choiceGroup ?? line.id)}"`
  return `<label><input ${input} value="${line.id}"${line.chosen ? ' checked' : ''}> ${name}</label>${tag}`
}

function numbersOf(lines: readonly Line[]): Map<string, string> {
  const numbers = new Map<string, string>()
  const last = new Map<string, number>()
  for (const { id, kind, parent } of lines) {
    if (kind === 'text') continue
    const above = parent === null ? '' : `${numbers.get(parent) ?? ''}.`
    last.set(above, (last.get(above) ?? 0) + 1)
    numbers.set(id, `${above}${last.get(above)}`)
  }
  return numbers
}

function sums(quote: CustomersQuote): string {
  const { language, totals } = quote
  const sum = (label: string, value: string, sign = '') => `<div${sign}><dt>${escaped(label)}</dt><dd>${value}</dd></div>`
  const hasDiscount = compareDecimals(totals.discountGiven, '0') !== 0
  return `<dl class="sums">${hasDiscount ? sum(page.list[language], money(totals.list, quote)) + sum(page.given[language], `${escaped(showDecimal(totals.discountGiven, language))}%`) : ''}${sum(page.sumNet[language], money(totals.net, quote))}${totals.taxes
    .map(({ rate, vat }) => sum(say(page.ofRate, language, { rate: labelOf(vatRates, rate, language) }), money(vat, quote))).join('')}${sum(page.sumGross[language], `${money(totals.gross, quote)} ${quote.currency}`, ' class="main"')}</dl>`
}

function terms(quote: CustomersQuote): string {
  const { language } = quote
  const shown = ([[page.payment, quote.payment], [page.delivery, quote.delivery], [page.terms, quote.terms]] as [Text, string | null][]).filter(([, text]) => text)
  return shown.length === 0 ? '' : `<section>${shown.map(([label, text]) => `<h2>${escaped(label[language])}</h2>${paragraphs(text, 'words')}`).join('')}</section>`
}

function comments({ comments: said, language }: CustomersQuote): string {
  if (said.length === 0) return ''
  const one = ({ author, text, byCustomer, at }: CustomersQuote['comments'][number]) => `<li${byCustomer ? ' class="own"' : ''}><p class="quiet">${escaped(author)} · ${escaped(moment(at, language))}</p>${paragraphs(text, 'words')}</li>`
  return `<section class="comments"><h2>${escaped(page.comments[language])}</h2><ol>${said.map(one).join('')}</ol></section>`
}

function answer({ language }: CustomersQuote, { name, text, reason }: Form): string {
  const says = (one: Text) => escaped(one[language])
  return `<section class="answer"><h2>${says(page.answer)}</h2>
<label for="name">${says(page.yourName)}</label><input id="name" name="name" value="${escaped(name)}" required maxlength="200" autocomplete="name">
<p class="buttons"><button class="first" name="act" value="accept">${says(page.accept)}</button></p><p class="quiet">${says(page.acceptAbout)}</p>
<label for="text">${says(page.comment)}</label><textarea id="text" name="text" rows="3" maxlength="5000">${escaped(text)}</textarea><p class="buttons"><button name="act" value="comment">${says(page.sendComment)}</button></p>
<details${reason === '' ? '' : ' open'}><summary>${says(page.declineOpen)}</summary><label for="reason">${says(page.reason)}</label><textarea id="reason" name="reason" rows="3" maxlength="2000">${escaped(reason)}</textarea><p class="buttons"><button name="act" value="decline">${says(page.decline)}</button></p></details></section>`
}

const money = (amount: string, { language, currency }: CustomersQuote): string => escaped(showDecimal(amount, language, minorUnitsOf(currency)))
const labelOf = (choices: typeof units, value: string | null, language: Language): string => choices.find((one) => one.value === value)?.label[language] ?? value ?? ''
const day = (text: string, language: Language): string => new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${text.slice(0, 10)}T00:00:00Z`))
const moment = (text: string, language: Language): string => new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Warsaw' }).format(new Date(text))
const paragraphs = (text: string | null, look: string): string => (text ? `<div class="${look}">${text.trim().split(/\n{2,}/).map((one) => `<p>${escaped(one).replaceAll('\n', '<br>')}</p>`).join('')}</div>` : '')

const whole = (language: Language, title: string, parts: readonly string[]): string =>
  `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(title)}</title><style nonce="__NONCE__">${lookOf}</style></head>
<body><main>${parts.filter((part) => part !== '').join('\n')}</main></body></html>`

const letters: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => letters[letter]!)
