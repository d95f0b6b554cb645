/** What a notice looks like on its way: as a mail, a digest, a text message, a push. */
import type { NoticePriority } from '../../../contract/notices.ts'
import { say, type Language, type Text } from '../../../contract/text.ts'
import type { Letter } from '../../mail/index.ts'
import { letters } from './texts.ts'

export interface Sentences {
  id: string
  title: Text
  body: Text | null
  why: Text
  priority: NoticePriority
}

export interface Place {
  language: Language
  /** Public address of the installation. */
  address: string
}

/** By the notice's own address: opening it marks it as read, and the address tells nothing of what it is about. */
export const pathOf = ({ id }: Pick<Sentences, 'id'>): string => `/notices/${id}`
const settingsPath = '/settings/notices'

const settingsLine = ({ language, address }: Place): string => say(letters.settings, language, { url: address + settingsPath })

export function letterOf(notice: Sentences, place: Place): Letter {
  const { language, address } = place
  return {
    language, title: notice.title[language], paragraphs: notice.body === null ? [] : [notice.body[language]],
    button: { label: letters.open[language], url: address + pathOf(notice) },
    footer: `${notice.why[language]}\n${settingsLine(place)}`,
  }
}

const mostInDigest = 100

export function digestOf(notices: readonly Sentences[], place: Place): Letter {
  const { language, address } = place
  const lines = notices.slice(0, mostInDigest).map(({ title, body }) => (body === null ? `• ${title[language]}` : `• ${title[language]}\n${body[language]}`))
  const more = notices.length - lines.length
  return {
    language, title: say(letters.digest, language, { count: notices.length }),
    paragraphs: more > 0 ? [...lines, say(letters.more, language, { count: more })] : lines,
    button: { label: letters.openAll[language], url: `${address}/notices` },
    footer: `${letters.digestWhy[language]}\n${settingsLine(place)}`,
  }
}

/** Two text messages at most: who gets one opens Sedno for the rest. */
const longestSms = 300
export const smsOf = ({ title, body }: Sentences, { language }: Place): string => cut(body === null ? `Sedno: ${title[language]}` : `Sedno: ${title[language]} · ${body[language]}`, longestSms)

export interface PushMessage {
  title: string
  body: string
  path: string
  /** What comes with the same one takes its place on the screen. */
  tag: string
}

/** Push services take 4 kB, encrypted. */
export const pushOf = (notice: Sentences, { language }: Place): PushMessage => ({ title: cut(notice.title[language], 200), body: cut(notice.body?.[language] ?? '', 300), path: pathOf(notice), tag: notice.id })

const cut = (text: string, longest: number): string => (text.length <= longest ? text : `${text.slice(0, longest - 1).toWellFormed().trimEnd()}…`)
