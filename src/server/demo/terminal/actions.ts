import { say } from '../../../contract/text.ts'
import { sql } from '../../../expression/sql.ts'
import type { Command } from '../../kernel/command.ts'
import { loadDemo, shapeDemo, usualSize } from '../actions.ts'
import { commandTexts as texts } from '../texts.ts'

/** `demo [--companies N] [--people N]`: at scale for measuring, through COPY. */
const demo: Command = {
  name: 'demo',
  usage: texts.usage,
  async run(ctx, words, print) {
    const companies = numberAfter(words, '--companies') ?? usualSize.companies
    const people = numberAfter(words, '--people') ?? (companies === usualSize.companies ? usualSize.people : companies * 2)
    if (Number.isNaN(companies) || Number.isNaN(people)) {
      print(say(texts.usage, ctx.language))
      return 2
    }
    const [there] = await ctx.db.rows<{ there: boolean }>(sql`select exists (select 1 from company) as there`)
    if (there?.there) {
      print(say(texts.notEmpty, ctx.language))
      return 1
    }
    const began = Date.now()
    await loadDemo(await shapeDemo(ctx, { companies, people }), { companies, people }, async (done, total) => print(say(texts.progress, ctx.language, { done, total })))
    print(say(texts.done, ctx.language, { companies, people, seconds: Math.round((Date.now() - began) / 1000) }))
    return 0
  },
}

/** Undefined: not given; NaN: given wrongly. */
function numberAfter(words: readonly string[], flag: string): number | undefined {
  const at = words.indexOf(flag)
  if (at < 0) return undefined
  return /^\d{1,8}$/.test(words[at + 1] ?? '') ? Number(words[at + 1]) : Number.NaN
}

export const commands = [demo]
