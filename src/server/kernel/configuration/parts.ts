/**
 * What belongs to a configuration besides the kernel's items: roles, shared views. Rooms bring theirs in (room.ts), so that one file
 * holds all of it and one transaction applies it.
 */
import type { Ctx } from '../context.ts'

export interface PartEntry {
  /** Stable, and the same on every installation that takes the configuration over. */
  id: string
  body: Record<string, unknown>
}

export interface ConfigurationPart {
  /** The folder of its files: 'roles'. */
  name: string
  /** In a stable order. */
  read(ctx: Ctx): Promise<readonly PartEntry[]>
  /**
   * Makes the entries so, within the transaction of `ctx`, with its registry. Entries that are there and not named stay; what is to go is in `remove`.
   * Refuses what does not hold.
   */
  apply(ctx: Ctx, entries: readonly PartEntry[], remove: readonly string[]): Promise<void>
  /** Before anything else: what items refer to must be there. */
  prepare?(ctx: Ctx, entries: readonly PartEntry[]): Promise<void>
  /** Never to be removed because files do not name it. */
  stays?(entry: PartEntry): boolean
  /** Ids of this installation, and by which words they are known everywhere: role uuid → 'role:salesman'. */
  words?(ctx: Ctx): Promise<ReadonlyMap<string, string>>
}

const parts: ConfigurationPart[] = []
export function registerPart(part: ConfigurationPart): void {
  parts.push(part)
}
export const configurationParts = (): readonly ConfigurationPart[] => parts
