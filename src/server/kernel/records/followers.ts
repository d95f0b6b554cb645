/**
 * What a room does in the same transaction when records of an object are written, whatever the way: a meeting's bookings move with it or it does
 * not move. For what can wait there are reactions, and for plain further writes of an object's own room there are consequences.
 */
import type { Values } from '../../../contract/definition.ts'
import type { Ctx } from '../context.ts'
import { asProgram } from './steps/consequences.ts'
import type { Draft, Writing } from './writing.ts'

export interface Followed {
  id: string
  /** As it is to be, links as ids; null: put to trash. */
  after: Values | null
  /** As it was; null: created, or out of the trash. */
  before: Values | null
}

export interface Follower {
  object: string
  /** Does this write concern it at all? What does not keeps its one statement without a transaction. */
  concerns(after: Values | null, before: Values | null): boolean
  /**
   * Within the transaction, with the program's rights and the person's name; what it refuses, refuses the write. `bringsBack`: an undo, which
   * brings back by itself what was written along with the change. Its further writes carry the operation, to be undone with it.
   */
  follow(ctx: Ctx, all: readonly Followed[], how: { operation: string; bringsBack: boolean }): Promise<void>
}

const followers = new Map<string, Follower[]>()

export const registerFollower = (follower: Follower): void => void followers.set(follower.object, [...(followers.get(follower.object) ?? []), follower])

/** Has somebody to follow one of these? */
export const isFollowed = (writing: Writing, drafts: readonly Draft[]): boolean =>
  (followers.get(writing.layout.object.name) ?? []).some((follower) => drafts.some((draft) => follower.concerns(afterOf(draft), beforeOf(draft))))

export async function followWrites(writing: Writing, drafts: readonly Draft[]): Promise<void> {
  const { ctx, options, layout } = writing
  for (const follower of followers.get(layout.object.name) ?? []) {
    const all = drafts.map((draft) => ({ id: draft.id, after: afterOf(draft), before: beforeOf(draft) })).filter(({ after, before }) => follower.concerns(after, before))
    if (all.length > 0) await follower.follow(asProgram(ctx), all, { operation: options.operation!, bringsBack: options.bringsBack === true })
  }
}

const afterOf = ({ standing, after }: Draft): Values | null => (standing.deletedAt === null ? after : null)
const beforeOf = ({ before }: Draft): Values | null => (before === null || before.deletedAt !== null ? null : before.values)
