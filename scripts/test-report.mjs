/** Reporter of `node --test`: failures in full, a dot line of progress, and the counts into the file named by SEDNO_TEST_COUNTS. */
import { writeFileSync } from 'node:fs'
import { inspect } from 'node:util'

export default async function* report(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  let stray = ''
  for await (const { type, data } of source) {
    if (type === 'test:stdout' || type === 'test:stderr') stray += data.message
    if (data.details?.type === 'suite') continue
    if (type === 'test:pass') {
      if (data.skip !== undefined || data.todo !== undefined) counts.skipped++
      else counts.passed++
      if (typeof data.skip === 'string') yield `– ${data.name}: ${data.skip}\n`
      if (data.details.duration_ms > 3000) yield `  (${(data.details.duration_ms / 1000).toFixed(1)} s: ${data.name})\n`
    }
    if (type === 'test:fail') {
      // A test that ran into its own process's end is reported once more per file; only tests with a place count.
      counts.failed++
      yield `\n✖ ${data.name}\n  ${data.file ?? ''}:${data.line ?? ''}\n${inspect(reason(data.details.error), { depth: 6 }).replace(/^/gm, '  ')}\n`
    }
  }
  writeFileSync(process.env.SEDNO_TEST_COUNTS, JSON.stringify(counts))
  if (counts.failed > 0 && stray !== '') yield `\n${stray}\n`
}

const reason = (error) => (error?.code === 'ERR_TEST_FAILURE' && error.cause ? error.cause : error)
