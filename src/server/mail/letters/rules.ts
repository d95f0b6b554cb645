/** The one look of all mail that the system sends, as HTML and as plain text. */
import type { Language } from '../../../contract/text.ts'
import { texts } from './texts.ts'

export interface Letter {
  language: Language
  title: string
  paragraphs: readonly string[]
  button?: { label: string; url: string }
  /** Further buttons beside the first, quieter: the answers to an invitation. */
  buttons?: readonly { label: string; url: string }[]
  facts?: readonly { label: string; value: string }[]
  /** Why one gets it, and how to get less. */
  footer: string
}

/**
 * Tables and inline styles, because Outlook draws with Word and Gmail drops style sheets; no pictures from elsewhere. Programs that know
 * dark mode get its colours from the one style element; those that turn colours by themselves find none that would become unreadable.
 * Everything given is text and never HTML.
 */
export function letter(given: Letter): { html: string; text: string } {
  return { html: htmlOf(given), text: textOf(given) }
}

const font = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
const dark = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){.page{background:#16181d!important}.sheet{background:#1f2229!important;border-color:#343943!important}.ink{color:#eceef2!important}.quiet{color:#a3a9b5!important}.line{border-color:#343943!important}.quietButton{background:#2a2e37!important;color:#eceef2!important;border-color:#454b57!important}}
@media (max-width:620px){.inner{padding:24px 20px!important}.cell{display:block!important;margin-bottom:8px}.gap{display:none!important}}`

function htmlOf({ language, title, paragraphs, button, buttons = [], facts = [], footer }: Letter): string {
  const parts = [
    `<h1 class="ink" style="margin:0 0 16px;${font};font-size:20px;line-height:28px;font-weight:600;color:#1c1f26">${escaped(title)}</h1>`,
    ...paragraphs.map((paragraph) => `<p class="ink" style="margin:0 0 14px;${font};font-size:15px;line-height:23px;color:#2b2f38">${lines(paragraph)}</p>`),
    ...(facts.length === 0 ? [] : [factsTable(facts)]),
    ...(button === undefined && buttons.length === 0 ? [] : [buttonRow(button, buttons)]),
    ...(button === undefined ? [] : [linkBelow(language, button.url)]),
  ]
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><meta name="format-detection" content="telephone=no,date=no,address=no"><title>${escaped(title)}</title><style>${dark}</style></head>
<body class="page" style="margin:0;padding:0;background:#f3f4f7">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f3f4f7"><tr><td align="center" style="padding:28px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:580px">
<tr><td class="sheet inner" style="background:#ffffff;border:1px solid #e2e5ea;border-radius:10px;padding:32px 36px">
${parts.join('\n')}
</td></tr>
<tr><td class="quiet" style="padding:16px 8px 0;${font};font-size:12px;line-height:18px;color:#6b7280;text-align:center">${lines(footer)}</td></tr>
</table></td></tr></table></body></html>`
}

function factsTable(facts: NonNullable<Letter['facts']>): string {
  const cell = `padding:8px 0;${font};font-size:14px;line-height:20px;vertical-align:top;border-bottom:1px solid #eceef2`
  const rows = facts.map(({ label, value }) => `<tr><td class="quiet line" width="35%" style="${cell};color:#6b7280;padding-right:12px">${escaped(label)}</td><td class="ink line" style="${cell};color:#1c1f26">${lines(value)}</td></tr>`)
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 18px;border-collapse:collapse">${rows.join('')}</table>`
}

function buttonRow(first: Letter['button'], others: NonNullable<Letter['buttons']>): string {
  const link = (url: string, label: string, look: string, name: string) => `<a href="${escaped(safeUrl(url))}" class="${name}" style="display:inline-block;padding:11px 20px;${font};font-size:15px;line-height:20px;font-weight:600;text-decoration:none;white-space:nowrap;border-radius:7px;${look}">${escaped(label)}</a>`
  const cell = (content: string, look: string) => `<td class="cell" style="border-radius:7px;${look}">${content}</td><td class="gap" width="8">&nbsp;</td>`
  const cells = [
    ...(first === undefined ? [] : [cell(link(first.url, first.label, 'background:#0b6e69;border:1px solid #0b6e69;color:#ffffff', 'button'), 'background:#0b6e69')]),
    ...others.map(({ url, label }) => cell(link(url, label, 'background:#ffffff;border:1px solid #c9ced8;color:#1c1f26', 'quietButton'), '')),
  ]
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 18px"><tr>${cells.join('')}</tr></table>`
}

const linkBelow = (language: Language, url: string): string =>
  `<p class="quiet" style="margin:0;${font};font-size:12px;line-height:18px;color:#6b7280">${texts.copyLink[language]}<br><a class="quiet" href="${escaped(safeUrl(url))}" style="color:#6b7280;word-break:break-all">${escaped(safeUrl(url))}</a></p>`

function textOf({ title, paragraphs, button, buttons = [], facts = [], footer }: Letter): string {
  const links = [...(button === undefined ? [] : [button]), ...buttons].map(({ label, url }) => `${label}: ${safeUrl(url)}`)
  const told = facts.map(({ label, value }) => `${label}: ${value}`)
  return [title, ...paragraphs, ...(told.length === 0 ? [] : [told.join('\n')]), ...(links.length === 0 ? [] : [links.join('\n')]), `-- \n${footer}`].join('\n\n')
}

const letters: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => letters[letter]!)
const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>')
/** Only addresses that a browser opens: nobody sends javascript: in our name. */
const safeUrl = (url: string): string => (/^(https?:|mailto:|tel:)/i.test(url) ? url : '#')
