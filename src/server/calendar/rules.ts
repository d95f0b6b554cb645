import { refuse } from '../../contract/refusal.ts'
import { refusals } from './texts.ts'

const id = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** Ids as an address lists them. Refuses what is none. */
export function idsIn(text: string | undefined): string[] {
  const ids = [...new Set((text ?? '').split(',').map((one) => one.trim()).filter((one) => one !== ''))]
  const wrong = ids.find((one) => !id.test(one))
  return wrong === undefined ? ids : refuse('calendar.no_id', refusals.noId, { status: 400, values: { text: wrong } })
}
