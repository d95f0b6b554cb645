/** Records that stand out wherever they are listed: in tables, on boards, among what is related. */
import type { Color } from './definition.ts'

export interface StandsOut {
  /** A yes/no field: the record stands out where it says yes, and its label says why. */
  when: string
  color: Color
  /** The field whose value is marked; the record's name, where that field is not shown. */
  at?: string
}

interface Standing {
  standsOut?: readonly StandsOut[]
}

/** What a list asks for besides its columns, so that its records can stand out. */
export const withStandsOut = (object: Standing, columns: readonly string[]): string[] => [...new Set([...columns, ...(object.standsOut ?? []).map(({ when }) => when)])]

/** The first reason that holds for these values. */
export const whyStandsOut = (object: Standing, row: Readonly<Record<string, unknown>>): StandsOut | null => object.standsOut?.find(({ when }) => row[when] === true) ?? null
