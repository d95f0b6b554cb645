/** What is wrong with a template, and where: said to the person who made it in Word or Excel. */
import type { Text, TextValues } from '../../../contract/text.ts'
import { faults } from './texts.ts'

/** Where in the file: `say(place.text, language, place.values)`. */
export interface Spot {
  text: Text
  values: TextValues
}

export type FaultCode = keyof typeof faults

export interface Fault {
  code: string
  text: Text
  values: TextValues
  spot: Spot | null
  marker: string | null
}

export const faultOf = (code: FaultCode, spot: Spot | null, { marker = null, values = {} }: { marker?: string | null; values?: TextValues } = {}): Fault => ({
  code, text: faults[code], values: { ...(marker === null ? {} : { marker }), ...values }, spot, marker,
})

export const isFault = (value: object): value is Fault => 'code' in value && 'spot' in value
