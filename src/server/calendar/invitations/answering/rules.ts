/** What the page of an invitation says: plain HTML, no script, all that is given is text. */
import { say, type Language, type Text } from '../../../../contract/text.ts'
import type { LinkRow, Meeting } from '../queries.ts'
import { factsOf, isOver } from '../rules.ts'
import { page } from './texts.ts'

export type Choice = 'yes' | 'maybe' | 'no'
export const isChoice = (text: unknown): text is Choice => text === 'yes' || text === 'maybe' || text === 'no'

export type Standing = 'open' | 'answered' | 'unknown' | 'newer' | 'over' | 'cancelled'

/** How it stands with a link: what the person can still do with it. */
export function standingOf(link: LinkRow | null, meeting: Meeting | null, now: Date): Standing {
  if (link === null || meeting === null || meeting.start === null) return 'unknown'
  if (meeting.isGone || link.isRemoved) return 'cancelled'
  if (link.newest > link.sequence) return 'newer'
  if (link.withdrawnAt !== null) return 'cancelled'
  if (link.answeredAt !== null) return 'answered'
  return isOver(meeting, now) ? 'over' : 'open'
}

const statuses: Readonly<Record<Standing, number>> = { open: 200, answered: 200, unknown: 404, newer: 410, over: 410, cancelled: 410 }
export const statusOf = (standing: Standing): number => statuses[standing]

interface Shown {
  language: Language
  standing: Standing
  link: LinkRow | null
  meeting: Meeting | null
  /** What was chosen in the mail, put first. */
  chosen: Choice | null
  /** Just answered. */
  isDone?: boolean
}

export function pageOf({ language, standing, link, meeting, chosen, isDone = false }: Shown): string {
  const words = (text: Text, values: Record<string, string> = {}) => escaped(say(text, language, values))
  if (standing === 'open') return whole(language, page.title, [`<p>${words(page.asks, { organizer: meeting!.organizer.name })}</p>`, aboutMeeting(meeting!, language), form(language, chosen)])
  if (standing === 'answered') {
    const answer = say(page[link!.answer as Choice] ?? page.maybe, language)
    const when = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: meeting!.zone }).format(new Date(link!.answeredAt!))
    const said = isDone ? words(page.thanks, { answer }) : words(page.answered, { answer, when })
    return whole(language, page.title, [`<p role="status" class="said">${said}</p>`, aboutMeeting(meeting!, language), `<p class="quiet">${words(page.toChange, { mail: meeting!.organizer.mail })}</p>`])
  }
  // Whoever holds a link that says nothing any more learns nothing by it.
  return whole(language, page[`${standing}Title`], [`<p role="status">${words(page[standing])}</p>`])
}

const aboutMeeting = (meeting: Meeting, language: Language): string =>
  `<h2>${escaped(meeting.title)}</h2><dl>${factsOf(meeting, language).map(({ label, value }) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>`

function form(language: Language, chosen: Choice | null): string {
  const choices: Choice[] = ['yes', 'maybe', 'no']
  const button = (choice: Choice) => `<button name="answer" value="${choice}" class="${choice === (chosen ?? 'yes') ? 'first' : 'other'}">${escaped(page[choice][language])}</button>`
  return `<form method="post" enctype="multipart/form-data"><label for="comment">${escaped(page.comment[language])}</label><textarea id="comment" name="comment" rows="3" maxlength="1000"></textarea>
<div class="buttons">${choices.map(button).join('')}</div></form>`
}

const look = `:root{color-scheme:light dark;--page:#f3f4f7;--sheet:#fff;--ink:#1c1f26;--quiet:#5b6270;--line:#c9ced8;--accent:#3056d3}
@media(prefers-color-scheme:dark){:root{--page:#16181d;--sheet:#1f2229;--ink:#eceef2;--quiet:#a3a9b5;--line:#454b57;--accent:#3f66e0}}
*{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,sans-serif}main{max-width:36rem;margin:4vh auto;padding:2rem;background:var(--sheet);border-radius:12px}
h1{font-size:1.1rem;margin:0 0 1rem;color:var(--quiet);font-weight:500}h2{font-size:1.5rem;line-height:1.25;margin:.25rem 0 1rem}dl{display:grid;grid-template-columns:max-content 1fr;gap:.4rem 1rem;margin:0 0 1.5rem}
dt,.quiet,label{color:var(--quiet)}dd{margin:0;overflow-wrap:anywhere}textarea{display:block;width:100%;margin:.25rem 0 1rem;padding:.5rem;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:8px}
.buttons{display:flex;flex-wrap:wrap;gap:.5rem}button{min-height:44px;padding:.5rem 1.25rem;font:inherit;font-weight:600;border-radius:8px;border:1px solid var(--line);background:transparent;color:inherit;cursor:pointer}
button.first{background:var(--accent);border-color:var(--accent);color:#fff}button:focus-visible,textarea:focus-visible{outline:3px solid var(--accent);outline-offset:2px}.said{font-size:1.15rem}`

const whole = (language: Language, title: Text, parts: readonly string[]): string =>
  `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(title[language])}</title><style nonce="__NONCE__">${look}</style></head>
<body><main><h1>${escaped(title[language])}</h1>${parts.join('\n')}</main></body></html>`

const letters: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => letters[letter]!)
