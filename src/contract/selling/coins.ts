/** Exact arithmetic of prices: decimals as whole numbers with a scale, money as a whole number of the smallest coin. */
export interface Decimal {
  units: bigint
  scale: number
}

const nothing: Decimal = { units: 0n, scale: 0 }

/** '12.50' → 1250 at scale 2. What is empty, or half typed, is nothing. */
export function decimal(text: string | null | undefined): Decimal {
  if (!text || !/^-?\d+(\.\d+)?$/.test(text)) return nothing
  const point = text.indexOf('.')
  return point === -1 ? { units: BigInt(text), scale: 0 } : { units: BigInt(text.slice(0, point) + text.slice(point + 1)), scale: text.length - point - 1 }
}

export const product = (a: Decimal, b: Decimal): Decimal => ({ units: a.units * b.units, scale: a.scale + b.scale })

/** Rounded half up, away from zero, to the currency's smallest coin. */
export function inCoins({ units, scale }: Decimal, digits: number): bigint {
  return scale <= digits ? units * 10n ** BigInt(digits - scale) : dividedHalfUp(units, 10n ** BigInt(scale - digits))
}

/** Takes a positive divisor. Halves go away from zero, as tax offices round. */
export function dividedHalfUp(units: bigint, by: bigint): bigint {
  const half = (units < 0n ? -units : units) * 2n + by
  const rounded = half / (by * 2n)
  return units < 0n ? -rounded : rounded
}

/** How much a percentage takes off: what remains is rounded, as the price one reads is. */
export const percentOff = (sum: bigint, { units, scale }: Decimal): bigint => {
  const hundred = 100n * 10n ** BigInt(scale)
  return units === 0n ? 0n : sum - dividedHalfUp(sum * (hundred - units), hundred)
}

/** A sum shared by weights to the last coin: each gets its whole part, the coins left go to the largest remainders, the earlier first. */
export function spread(sum: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.reduce((all, weight) => all + weight, 0n)
  if (sum === 0n || whole === 0n) return weights.map(() => 0n)
  const [of, by] = whole < 0n ? [-sum, -whole] : [sum, whole]
  const remainders = weights.map((weight) => (((of * weight) % by) + by) % by)
  const shares = weights.map((weight, at) => (of * weight - remainders[at]!) / by)
  const left = Number(sum - shares.reduce((all, share) => all + share, 0n))
  const first = remainders.map((_, at) => at).sort((a, b) => (remainders[a]! === remainders[b]! ? a - b : remainders[a]! > remainders[b]! ? -1 : 1))
  for (const at of first.slice(0, left)) shares[at]! += 1n
  return shares
}

/** 1250 with 2 digits → '12.50'. */
export function written(coins: bigint, digits: number): string {
  const text = (coins < 0n ? -coins : coins).toString().padStart(digits + 1, '0')
  const amount = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
  return coins < 0n ? `-${amount}` : amount
}
