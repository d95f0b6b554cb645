import { decimal } from '../../../contract/selling/coins.ts'
import type { LimitRow } from './queries.ts'

export function isOver(given: string, { percent }: Pick<LimitRow, 'percent'>): boolean {
  if (percent === null) return false
  const [is, may] = [decimal(given), decimal(percent)]
  const scale = Math.max(is.scale, may.scale)
  return is.units * 10n ** BigInt(scale - is.scale) > may.units * 10n ** BigInt(scale - may.scale)
}

/** Nobody approves his own discount: where he is named himself, his superior does. */
export const approverOf = ({ approver, superior }: LimitRow, person: string): string | null => [approver, superior].find((one) => one !== null && one !== person) ?? null
