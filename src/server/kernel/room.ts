import type { ObjectDefinition } from '../../contract/definition.ts'
import type { NoticeKind } from '../../contract/notices.ts'
import type { ActionImplementation } from './actions/action.ts'
import type { Command } from './command.ts'
import type { ConfigurationPart } from './configuration/parts.ts'
import type { UsesSource } from './configuration/uses.ts'
import type { Db } from './db/database.ts'
import type { BatchReaction, Reaction } from './events/reactions.ts'
import type { AnyJob } from './jobs/define.ts'
import type { Gathering, TimelineSource } from './history/timeline.ts'
import type { Explain } from './http/explained.ts'
import type { PagePart } from './http/record-page.ts'
import type { Implementation } from './http/implement.ts'
import type { Completion } from './records/completions.ts'
import type { Follower } from './records/followers.ts'

/** What a room brings into the house. */
export interface Room {
  name: string
  objects?: readonly ObjectDefinition[]
  routes?: readonly Implementation[]
  actions?: readonly ActionImplementation[]
  jobs?: readonly AnyJob[]
  reactions?: readonly (Reaction | BatchReaction)[]
  /** Words of `npm run sedno --`. */
  commands?: readonly Command[]
  timelines?: readonly TimelineSource[]
  gatherings?: readonly Gathering[]
  pageParts?: readonly PagePart[]
  /** Expressions that this room keeps: a change of the configuration must not break them. */
  uses?: UsesSource
  /** Of what people may be told, and how that reaches them until they say otherwise. */
  noticeKinds?: readonly NoticeKind[]
  /** What of a configuration file is this room's. */
  parts?: readonly ConfigurationPart[]
  /** Values that follow from other records, looked up before a record is judged. */
  completions?: readonly Completion[]
  /** What this room does in the same transaction when records of an object are written. */
  followers?: readonly Follower[]
  /** Refusals, by their codes, that this room says in words and facts of its own. */
  explanations?: Readonly<Record<string, Explain>>
  /** At every start, when the tables are made: triggers and whatever else is no table. Safe to run again, and by several at once. */
  prepare?(db: Db): Promise<void>
}
