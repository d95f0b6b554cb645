/** Sum of digits times weights. */
export const weighted = (digits: string, weights: readonly number[]): number => weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0)

export function nipCheckDigitIsRight(nip: string): boolean {
  return nip !== '0000000000' && weighted(nip, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(nip[9])
}
