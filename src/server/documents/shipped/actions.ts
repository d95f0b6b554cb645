/** The templates that come with the program: there from the first start, renewed with it as long as nobody has changed them. */
import { RefusalError } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import { program } from '../../kernel/access/who.ts'
import type { Ctx } from '../../kernel/context.ts'
import { change } from '../../kernel/records/change.ts'
import { create } from '../../kernel/records/create.ts'
import { kept, mediaTypes } from '../actions.ts'
import { fileName } from '../rules.ts'
import { hashOf } from '../templates/actions.ts'
import { shippedTemplates, type ShippedTemplate } from '../writers/shipped/templates.ts'

interface There {
  id: string
  version: number
  shipped: string
  file: unknown
  deleted: boolean
}

const stateKey = 'documents.shipped'

/** Safe to run again, and by several at once: the others wait and find it done. One that was put to the trash stays there. */
export async function installTemplates(given: Ctx): Promise<void> {
  await given.db.transaction(async (db) => {
    const ctx: Ctx = { ...given, db, who: program }
    await db.rows(sql`select pg_advisory_xact_lock(hashtextextended(${stateKey}, 0))`)
    const [state] = await db.rows<{ value: Record<string, string> }>(sql`select value from sedno_state where key = ${stateKey}`)
    const there = await db.rows<There>(sql`select id, version, shipped, file, deleted_at is not null as deleted from document_template where shipped is not null`)
    const hashes: Record<string, string> = { ...state?.value }
    for (const template of shippedTemplates()) {
      const hash = await db.transaction((inner) => install({ ...ctx, db: inner }, template, { found: there.find(({ shipped }) => shipped === template.key), before: hashes[template.key] })).catch(whenUnfit)
      if (hash !== null) hashes[template.key] = hash
    }
    await db.rows(sql`insert into sedno_state (key, value, changed_at) values (${stateKey}, ${hashes}, ${ctx.now}) on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`)
  })
}

/** Where the administrator has taken away what it mentions, an installation goes without it. */
function whenUnfit(error: unknown): null {
  if (error instanceof RefusalError) return null
  throw error
}

/** The hash of what is there now by our hand; null: left as it was. */
async function install(ctx: Ctx, { key, contents, kind, ...template }: ShippedTemplate, { found, before }: { found: There | undefined; before: string | undefined }): Promise<string | null> {
  // Once there and gone: somebody removed it for good.
  if (found === undefined && before !== undefined) return null
  const file = await kept(contents, { name: fileName(template.name, '', kind), type: mediaTypes[kind] })
  if (found === undefined) await create(ctx, 'documentTemplate', { ...template, file, shipped: key, active: true }, { asProgram: true })
  else if (found.deleted || hashOf(found.file) !== before || before === file.hash) return null
  else await change(ctx, 'documentTemplate', found.id, { version: found.version, values: { file } }, { asProgram: true })
  return file.hash
}
