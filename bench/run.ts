/**
 * `npm run bench [-- 100000 1000000] [reading work …]`: every promise of performance, or those of the parts named, side by side, written to
 * docs/performance.md. Lines of what was not run this time stay as they are.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import type { Row } from './measure.ts'
import { calendarRows } from './calendar.ts'
import { documentRows } from './documents.ts'
import { fitRows } from './fit.ts'
import { formulaRows } from './formulas.ts'
import { quoteRows } from './quotes.ts'
import { productRows } from './products.ts'
import { readingRows } from './reading.ts'
import { salesRows } from './sales.ts'
import { webRows } from './web.ts'
import { reminderRows } from './reminders.ts'
import { workRows } from './work.ts'
import { prepare } from './world.ts'
import { writingRows } from './writing.ts'

const sizes = process.argv.slice(2).map(Number).filter((size) => size > 0)
const rows: Row[] = []
const parts = { reading: readingRows, web: webRows, writing: writingRows, fit: fitRows, formulas: formulaRows, work: workRows, calendar: calendarRows, reminders: reminderRows, documents: documentRows, products: productRows, quotes: quoteRows, sales: salesRows }
const named = process.argv.slice(2).filter((word) => word in parts)
const asked = Object.entries(parts).filter(([name]) => named.length === 0 || named.includes(name)).map(([, part]) => part)
const page = new URL('../docs/performance.md', import.meta.url)
const before = existsSync(page) ? readFileSync(page, 'utf8') : ''

for (const size of sizes.length > 0 ? sizes : [100_000, 1_000_000]) {
  const world = await prepare(size, console.log)
  try {
    for (const part of asked) {
      const made = await part(world)
      for (const row of made) console.log(line(row))
      rows.push(...made)
      // A run that is cut off has not been for nothing.
      writeFileSync(page, document(rows))
    }
  } finally {
    await world.end()
  }
}
process.exitCode = rows.every(({ kept }) => kept) ? 0 : 1

function line({ size, work, ours, raw, ratio, promise, kept }: Row): string {
  return `| ${size.toLocaleString('en')} | ${work} | ${ours} | ${raw} | ${ratio} | ${promise} | ${kept ? 'kept' : '**missed**'} |`
}

function document(all: readonly Row[]): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, PostgreSQL from the package`
  return `# Performance

Measured by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}, on ${machine}. Client, server and database share the machine. 8 connections unless said.
“Raw” is the same rows by raw SQL through node-postgres in the same run, without HTTP, sign-in, rights or the record of operations. Records: that many companies, twice as many people.
The reader is a salesperson whose rights are narrowed to his team; whoever writes is the administrator.

| companies | work | Sedno | raw | ratio | promise | |
|---|---|---|---|---|---|---|
${linesWith(all).join('\n')}
${before.slice(before.indexOf('\n## ') === -1 ? before.length : before.indexOf('\n## '))}`
}

/** Of the lines that stand there already those take new figures that were measured now; what is new comes after its size's others. */
function linesWith(all: readonly Row[]): string[] {
  const keyOf = (text: string) => text.split('|').slice(1, 3).join('|').replace(/\([^)]*\)/g, '').trim()
  const fresh = new Map(all.map((row) => [keyOf(line(row)), line(row)]))
  const kept = named.length === 0 ? [] : before.split('\n').filter((text) => /^\| [\d,]+ \|/.test(text))
  const lines = kept.map((text) => {
    const found = fresh.get(keyOf(text))
    fresh.delete(keyOf(text))
    return found ?? text
  })
  const sizeOf = (text: string) => Number(text.split('|')[1]!.replaceAll(',', ''))
  return [...lines, ...fresh.values()].toSorted((a, b) => sizeOf(a) - sizeOf(b))
}
