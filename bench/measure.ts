/** How the figures are taken: so many at once for so long, and what came of it. */
export interface Figure {
  /** Done in a second. */
  perSecond: number
  /** The quickest: what it takes when nothing else is done on the machine. */
  least: number
  p50: number
  p95: number
  count: number
}

/** `work` again and again, `atOnce` of them side by side, for `seconds`; times in milliseconds. */
export async function measure(work: (n: number) => Promise<unknown>, { seconds = 5, atOnce = 8, warmUp = 20, most = Infinity }: { seconds?: number; atOnce?: number; warmUp?: number; most?: number } = {}): Promise<Figure> {
  for (let n = 0; n < warmUp; n++) await work(n)
  const times: number[] = []
  const began = performance.now()
  const until = began + seconds * 1_000
  let n = warmUp
  const one = async () => {
    while (performance.now() < until && times.length < most) {
      const start = performance.now()
      await work(n++)
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  const took = (performance.now() - began) / 1_000
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { perSecond: times.length / took, least: times[0] ?? 0, p50: at(0.5), p95: at(0.95), count: times.length }
}

/** Figures of two that take turns: what else the machine does meanwhile falls on both. */
export async function inTurns(ours: (n: number) => Promise<unknown>, raw: (n: number) => Promise<unknown>, atOnce: number): Promise<{ ours: Figure; raw: Figure }> {
  const figures: { ours: Figure[]; raw: Figure[] } = { ours: [], raw: [] }
  for (let turn = 0; turn < 4; turn++) {
    figures.raw.push(await measure(raw, { seconds: 2, atOnce }))
    figures.ours.push(await measure(ours, { seconds: 2, atOnce }))
  }
  return { ours: middle(figures.ours), raw: middle(figures.raw) }
}

function middle(figures: readonly Figure[]): Figure {
  const sorted = figures.toSorted((a, b) => a.perSecond - b.perSecond)
  const [low, high] = [sorted[1]!, sorted[2]!]
  const mean = (a: number, b: number): number => (a + b) / 2
  return { perSecond: mean(low.perSecond, high.perSecond), least: Math.min(...figures.map(({ least }) => least)), p50: mean(low.p50, high.p50), p95: mean(low.p95, high.p95), count: figures.reduce((sum, { count }) => sum + count, 0) }
}

export interface Row {
  size: number
  work: string
  ours: string
  raw: string
  /** What is compared, as text: '62 %', '1.4 ×'. */
  ratio: string
  promise: string
  kept: boolean
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`
export const rate = (figure: Figure): string => `${figure.perSecond.toFixed(figure.perSecond < 100 ? 1 : 0)}/s`
export const millis = (value: number): string => `${value.toFixed(1)} ms`
export const medianAndLeast = ({ p50, least }: Figure): string => `${millis(p50)}, least ${millis(least)}`

/** Resident memory of a process in MB, from the kernel's own account. */
export async function memoryOf(pid: number): Promise<number> {
  const { readFile } = await import('node:fs/promises')
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
}

/** The most memory a process had while `work` went on, above what it had before. */
export async function growthOf<T>(pid: number, work: () => Promise<T>): Promise<{ result: T; growth: number; seconds: number }> {
  const before = await memoryOf(pid)
  let most = before
  const timer = setInterval(() => void memoryOf(pid).then((now) => (most = Math.max(most, now)), () => undefined), 100)
  const began = performance.now()
  const result = await work()
  clearInterval(timer)
  return { result, growth: most - before, seconds: (performance.now() - began) / 1_000 }
}
