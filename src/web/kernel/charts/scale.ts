/** Round steps from nothing to at least the greatest value, about as many as asked: 0, 50 000, 100 000 … */
export function ticksTo(greatest: number, about = 4): readonly number[] {
  if (!(greatest > 0)) return [0, 1]
  const rough = greatest / about
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= rough)!
  return Array.from({ length: Math.ceil(greatest / step - 1e-9) + 1 }, (_, index) => Number((index * step).toPrecision(12)))
}

const suffixes = { pl: ['', ' tys.', ' mln', ' mld'], en: ['', 'k', 'M', 'bn'] } as const

/** A figure for an axis, where there is little room: 250 tys., 1,2 mln. */
export function shortFigure(value: number, language: 'pl' | 'en'): string {
  const steps = Math.min(3, Math.max(0, Math.floor(Math.log10(Math.abs(value) || 1) / 3)))
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value / 1000 ** steps)}${suffixes[language][steps]}`
}
