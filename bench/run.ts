/** `npm run bench [-- 100000 1000000]`: every promise of performance in one run, side by side, written to docs/performance.md. */
import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import type { Row } from './measure.ts'
import { calendarRows } from './calendar.ts'
import { fitRows } from './fit.ts'
import { formulaRows } from './formulas.ts'
import { readingRows } from './reading.ts'
import { webRows } from './web.ts'
import { reminderRows } from './reminders.ts'
import { workRows } from './work.ts'
import { prepare } from './world.ts'
import { writingRows } from './writing.ts'

const sizes = process.argv.slice(2).map(Number).filter((size) => size > 0)
const rows: Row[] = []

for (const size of sizes.length > 0 ? sizes : [100_000, 1_000_000]) {
  const world = await prepare(size, console.log)
  try {
    for (const part of [readingRows, webRows, writingRows, fitRows, formulaRows, workRows, calendarRows, reminderRows]) {
      const made = await part(world)
      for (const row of made) console.log(line(row))
      rows.push(...made)
      // A run that is cut off has not been for nothing.
      writeFileSync(new URL('../docs/performance.md', import.meta.url), document(rows))
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
${all.map(line).join('\n')}
`
}
