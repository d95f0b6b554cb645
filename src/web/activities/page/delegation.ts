import type { RecordRow } from '../../../contract/records.ts'

/** The server says who may do what; the banner stands for whomever one of these concerns. */
export const isAsked = ({ can }: RecordRow): boolean => can?.actions?.['accept'] === true
export const isGivenAway = ({ can }: RecordRow): boolean => can?.actions?.['takeBack'] === true
export const isOfDelegation = (record: RecordRow): boolean => isAsked(record) || isGivenAway(record) || (record['delegation'] === 'refused' && (record['doneAt'] ?? null) === null)
