import { and, name, sql, whole } from '../../expression/sql.ts'
import { fold } from '../../expression/fold.ts'
import { fieldAccess } from '../kernel/access/field-access.ts'
import { visible } from '../kernel/access/visible.ts'
import type { Ctx } from '../kernel/context.ts'
import { namesOf } from '../kernel/history/names.ts'
import type { Gathering, SourceEntry, TimelineQuestion, TimelineSource } from '../kernel/history/timeline.ts'
import type { PagePart } from '../kernel/http/record-page.ts'
import { columnName } from '../kernel/metadata/naming.ts'
import { prepare } from '../kernel/records/statements/prepare.ts'
import { branchesOf, companyTree, predecessorsOf } from './queries.ts'
import { noteStandsOn } from './rules.ts'
import { note } from './texts.ts'

interface NoteRow {
  id: string
  at: string
  by: string | null
  title: string | null
  text: string | null
  about: string
}

/** Notes stand on the time lines of what they are about. */
const notes: TimelineSource = { name: 'notes', kinds: ['note'], objects: noteStandsOn, entries: notesOf }

async function notesOf(ctx: Ctx, { object, ids, text, before, limit }: TimelineQuestion): Promise<SourceEntry[]> {
  if (['text', object].some((field) => fieldAccess(ctx, 'note', field) === 'none')) return []
  const link = name('n', columnName(ctx.registry.field('note', object)!))
  const words = text === null ? [] : fold(text).split(' ').map((word) => sql`n.search like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`)
  const older = before === null ? [] : [sql`(n.created_at, n.id) < (${before.at}::timestamptz, ${before.id}::uuid)`]
  const rows = await prepare<NoteRow>(ctx.db, sql`
    select n.id, n.created_at as at, n.created_by as by, n.title, n.text, ${link} as about from ${visible(ctx, 'note')} n
    where ${and([sql`${link} = any(${ids}::uuid[])`, ...older, ...words])} order by n.created_at desc, n.id desc limit ${whole(limit)}`)
  const people = await namesOf(ctx, 'user', rows.flatMap(({ by }) => by ?? []))
  return rows.map(({ id, at, by, title, text: body, about }) => ({
    id, kind: 'note', at, title: title ?? note.label[ctx.language], body: body ?? '', by: by === null ? null : (people.get(by) ?? null),
    record: { object: 'note', id }, about: { object, id: about },
  }))
}

/** The history of those it came from is its history; that of its branches is shown when asked for. */
const companies: Gathering = {
  object: 'company',
  options: ['predecessors', 'branches'],
  async gather(ctx, id, options) {
    const found = await Promise.all([
      options.includes('predecessors') ? predecessorsOf(ctx, id) : [],
      options.includes('branches') ? branchesOf(ctx, id) : [],
    ])
    return found.flat()
  },
}

export const timelines = [notes]
export const gatherings = [companies]

/** The group that a company belongs to stands on its page. */
export const pageParts: readonly PagePart[] = [{ object: 'company', name: 'tree', read: companyTree }]
