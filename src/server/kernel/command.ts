import type { Text } from '../../contract/text.ts'
import type { Ctx } from './context.ts'

/** A word of `npm run sedno -- WORD …` that a room brings. `run` gives the exit code; its ctx is the program's. */
export interface Command {
  name: string
  usage: Text
  run(ctx: Ctx, words: readonly string[], print: (line: string) => void): Promise<number>
}
