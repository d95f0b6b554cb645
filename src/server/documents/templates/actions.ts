/** Templates read and understood: what is wrong with a file, and whether a person may use one. */
import { refuse, refusal, RefusalError } from '../../../contract/refusal.ts'
import { say, type Language } from '../../../contract/text.ts'
import type { FileValue } from '../../../fields/field.ts'
import { program } from '../../kernel/access/who.ts'
import type { Ctx } from '../../kernel/context.ts'
import { sql } from '../../../expression/sql.ts'
import type { Follower } from '../../kernel/records/followers.ts'
import { contentsOf } from '../filling/actions.ts'
import { planOf } from '../filling/rules.ts'
import { openArchive, type TemplateKind } from '../reading/archive.ts'
import { faultOf, isFault, type Fault } from '../reading/faults.ts'
import type { ShownFault } from '../contract.ts'
import { openDocx } from '../writers/docx/open.ts'
import { openXlsx } from '../writers/xlsx/open.ts'
import type { Template } from '../writers/template.ts'
import { refusals } from '../texts.ts'

export function openTemplate(contents: Uint8Array): Template | Fault {
  const archive = openArchive(contents)
  if (isFault(archive)) return archive
  return archive.kind === 'docx' ? openDocx(archive) : openXlsx(archive)
}

export interface Checked {
  kind: TemplateKind | null
  markers: number
  faults: readonly Fault[]
}

/** Everything that is wrong with it, whoever may read what: the person who makes it may use fields that others do not see. */
export function checkContents(ctx: Ctx, object: string, contents: Uint8Array): Checked {
  const template = openTemplate(contents)
  if (isFault(template)) return { kind: null, markers: 0, faults: [template] }
  if (!ctx.registry.objects.has(object)) return { kind: template.kind, markers: 0, faults: [faultOf('template.unknown_object', null, { values: { name: object } })] }
  const { faults, values, conditions, loops } = planOf({ registry: ctx.registry, who: program }, object, template.asks)
  return { kind: template.kind, markers: values.size + conditions.size + loops.size, faults: [...template.faults, ...faults] }
}

/** Of a file that the caller has just uploaded, or that a template of his has. */
export async function checkFile(ctx: Ctx, object: string, { hash }: Pick<FileValue, 'hash'>): Promise<Checked> {
  const [own] = await ctx.db.rows(sql`select 1 from upload where hash = ${hash} and by = ${ctx.who.userId} union all select 1 from document_template where file->>'hash' = ${hash} limit 1`)
  if (own === undefined) refuse('not_found', refusals.noFile, { status: 404 })
  return checkContents(ctx, object, await contentsOf(hash))
}

export const shownFault = ({ code, text, values, spot, marker }: Fault, language: Language): ShownFault => ({
  code, marker, message: say(text, language, values), place: spot === null ? '' : say(spot.text, language, spot.values),
})

const mostTold = 30

/** Whatever the way it came, a template that cannot be filled is not kept. */
export const followers: readonly Follower[] = [
  {
    object: 'documentTemplate',
    concerns: (after, before) => after !== null && (before === null || hashOf(after['file']) !== hashOf(before['file']) || after['object'] !== before['object']),
    async follow(ctx, all) {
      for (const { after } of all) {
        const { faults } = checkContents(ctx, String(after!['object']), await contentsOf(hashOf(after!['file']) ?? ''))
        if (faults.length > 0) throw new RefusalError(faults.slice(0, mostTold).map((fault) => refusalOf(fault)))
      }
    },
  },
]

export const hashOf = (file: unknown): string | null => (typeof file === 'object' && file !== null && 'hash' in file ? String(file.hash) : null)

function refusalOf(fault: Fault) {
  const said = (language: Language) => {
    const { place, message } = shownFault(fault, language)
    return [place, fault.marker === null || message.includes(fault.marker) ? '' : fault.marker, message].filter((part) => part !== '').join(' · ')
  }
  return refusal(fault.code, refusals.fault, { field: fault.code === 'template.unknown_object' ? 'object' : 'file', values: { pl: said('pl'), en: said('en') } })
}
