/** Figures for Prometheus, in its text format (version 0.0.4). Kept in memory: each process is scraped by itself. */
type Labels = Readonly<Record<string, string>>

interface Metric {
  name: string
  help: string
  type: 'counter' | 'gauge' | 'histogram'
  lines(): string[] | Promise<string[]>
}

const metrics = new Map<string, Metric>()

function register(metric: Metric): void {
  if (!/^sedno_[a-z0-9_]+$/.test(metric.name)) throw new Error(`not a name of a figure: ${metric.name}`)
  metrics.set(metric.name, metric)
}

export interface Counter {
  add(amount?: number, labels?: Labels): void
}

export function counter(name: string, help: string): Counter {
  const values = new Map<string, number>()
  register({ name, help, type: 'counter', lines: () => [...values].map(([labels, value]) => `${name}${labels} ${value}`) })
  return { add: (amount = 1, labels = {}) => void values.set(written(labels), (values.get(written(labels)) ?? 0) + amount) }
}

/** `read` is asked at each scrape: one value, or several with labels. */
export function gauge(name: string, help: string, read: () => number | [Labels, number][] | Promise<number | [Labels, number][]>): void {
  register({
    name, help, type: 'gauge',
    async lines() {
      const value = await read()
      return typeof value === 'number' ? [`${name} ${value}`] : value.map(([labels, each]) => `${name}${written(labels)} ${each}`)
    },
  })
}

export interface Histogram {
  observe(value: number, labels?: Labels): void
}

const defaultBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export function histogram(name: string, help: string, bounds: readonly number[] = defaultBounds): Histogram {
  const series = new Map<string, { labels: Labels; counts: number[]; sum: number; count: number }>()
  const lines = () =>
    [...series.values()].flatMap(({ labels, counts, sum, count }) => [
      ...bounds.map((bound, index) => `${name}_bucket${written({ ...labels, le: String(bound) })} ${counts[index]!}`),
      `${name}_bucket${written({ ...labels, le: '+Inf' })} ${count}`,
      `${name}_sum${written(labels)} ${sum}`,
      `${name}_count${written(labels)} ${count}`,
    ])
  register({ name, help, type: 'histogram', lines })
  return {
    observe(value, labels = {}) {
      const key = written(labels)
      const each = series.get(key) ?? { labels, counts: bounds.map(() => 0), sum: 0, count: 0 }
      series.set(key, each)
      each.sum += value
      each.count++
      bounds.forEach((bound, index) => {
        if (value <= bound) each.counts[index]!++
      })
    },
  }
}

export const metricsType = 'text/plain; version=0.0.4; charset=utf-8'

/** A figure that cannot be read now (the database is gone) is left out; the others are told. */
export async function metricsText(): Promise<string> {
  const parts = await Promise.all([...metrics.values()].map(async (metric) => {
    try {
      return [`# HELP ${metric.name} ${metric.help}`, `# TYPE ${metric.name} ${metric.type}`, ...(await metric.lines())]
    } catch {
      return []
    }
  }))
  return `${parts.flat().join('\n')}\n`
}

function written(labels: Labels): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}="${value.replace(/[\\"\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}
