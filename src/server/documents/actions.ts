import { Readable } from 'node:stream'
import type { FieldDefinition } from '../../contract/definition.ts'
import type { LinkValue } from '../../contract/records.ts'
import { refuse } from '../../contract/refusal.ts'
import { say, type Language } from '../../contract/text.ts'
import { sql } from '../../expression/sql.ts'
import { idOfLink } from '../../fields/link/ids.ts'
import type { FileValue } from '../../fields/field.ts'
import { program } from '../kernel/access/who.ts'
import type { Ctx } from '../kernel/context.ts'
import { currentFiles } from '../kernel/files/current.ts'
import { startRun } from '../kernel/jobs/runs.ts'
import { one } from '../kernel/query/one.ts'
import { change } from '../kernel/records/change.ts'
import { create } from '../kernel/records/create.ts'
import { asProgram } from '../kernel/records/steps/consequences.ts'
import type { DocumentFormat, MadeDocument } from './contract.ts'
import { contentsOf, filledTemplate } from './filling/actions.ts'
import { answersTo } from './filling/queries.ts'
import { planOf } from './filling/rules.ts'
import { officeProgram } from './office/actions.ts'
import { nextEdition, sellerId, templateRow, type TemplateRow } from './queries.ts'
import type { TemplateKind } from './reading/archive.ts'
import { isFault } from './reading/faults.ts'
import { fileName } from './rules.ts'
import { checkContents, openTemplate } from './templates/actions.ts'
import { refusals, titles } from './texts.ts'

export interface DocumentRequest {
  template: string
  object: string
  id: string
  format: DocumentFormat
}

export interface Filled {
  contents: Uint8Array
  kind: TemplateKind
  /** Of the record, as people know it. */
  name: string
}

export const mediaTypes: Readonly<Record<TemplateKind | 'pdf', string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
}

/**
 * A document of a record, kept beside it as its next edition; its PDF follows by a job. What the template shows must all be readable by
 * whoever asks. Refuses 404 for a record or a template that is not there for him, 403 document.not_readable, 422 for what is of no use.
 */
export async function makeDocument(ctx: Ctx, { template: id, object, id: record, format }: DocumentRequest): Promise<MadeDocument> {
  const template = await usableTemplate(ctx, id, object)
  const isPdf = format === 'pdf' || template.pdfOnly
  if (isPdf && (await officeProgram()) === null) refuse('document.no_office', refusals.noOffice)
  const link = linkTo(ctx, object)
  const { contents, kind, name } = await filled(ctx, template, record)
  const file = await kept(contents, { name: fileName(template.name, name, kind), type: mediaTypes[kind] })
  return ctx.db.transaction(async (db) => {
    const tx = asProgram({ ...ctx, db })
    const values = {
      name: `${template.name} – ${name}`.slice(0, 300), template: template.id, templateEdition: template.edition, [link.name]: record, file,
      customer: await customerOf(tx, object, record), edition: await nextEdition(tx, { template: template.id, link, record }), state: isPdf ? 'making' : 'ready',
    }
    const made = await create(tx, 'document', values, { asProgram: true })
    const run = isPdf ? await startPdf({ ...ctx, db }, { document: made.id, name: values.name }) : null
    return shownDocument({ ...values, id: made.id }, run)
  })
}

/** The company that the record is, or that it names as its own. */
async function customerOf(ctx: Ctx, object: string, id: string): Promise<string | null> {
  if (object === 'company') return id
  const field = ctx.registry.field(object, 'company')
  if (field?.type !== 'link' || field.target !== 'company') return null
  return idOfLink((await one(ctx, object, id, { columns: ['company'], can: false }))?.['company'])
}

/** A PDF that was not made is tried once more; one that is there stays. */
export async function makeDocumentAgain(ctx: Ctx, id: string): Promise<MadeDocument> {
  const document = await one(ctx, 'document', id, { columns: ['name', 'edition', 'state', 'problem', 'file', 'pdf'], can: false })
  if (document === null) return refuse('not_found', refusals.noDocument, { status: 404 })
  if (document['state'] !== 'failed' || document['file'] === null) return shownDocument(document, null)
  if ((await officeProgram()) === null) refuse('document.no_office', refusals.noOffice)
  return ctx.db.transaction(async (db) => {
    await change(asProgram({ ...ctx, db }), 'document', id, { version: document.version, values: { state: 'making', problem: null } }, { asProgram: true })
    return shownDocument({ ...document, state: 'making', problem: null }, await startPdf({ ...ctx, db }, { document: id, name: String(document['name']) }))
  })
}

export const pdfJob = 'documents.pdf'

const startPdf = (ctx: Ctx, { document, name }: { document: string; name: string }): Promise<string> =>
  startRun(ctx, { kind: pdfJob, title: { pl: say(titles.pdf, 'pl', { name }), en: say(titles.pdf, 'en', { name }) }, payload: { document }, total: 1 })

function shownDocument(values: Readonly<Record<string, unknown>>, run: string | null): MadeDocument {
  return {
    id: String(values['id']), name: String(values['name']), edition: Number(values['edition'] ?? 1), state: values['state'] as MadeDocument['state'],
    problem: (values['problem'] as string | null | undefined) ?? null, file: (values['file'] as FileValue | null | undefined) ?? null, pdf: (values['pdf'] as FileValue | null | undefined) ?? null, run,
  }
}

async function usableTemplate(ctx: Ctx, id: string, object: string | null): Promise<TemplateRow> {
  const template = await templateRow(ctx, id)
  if (template === null || (object !== null && !template.active)) return refuse('document.no_template', refusals.noTemplate, { field: 'template', status: 404 })
  if (object !== null && template.object !== object) refuse('document.other_object', refusals.otherObject, { field: 'template', values: { object: ctx.registry.objects.get(template.object)?.label[ctx.language] ?? template.object } })
  return template
}

/** The template filled for one record, kept nowhere. */
export async function tried(ctx: Ctx, { template, id }: { template: string; id: string }): Promise<Filled & { template: TemplateRow }> {
  const usable = await usableTemplate(ctx, template, null)
  return { ...(await filled(ctx, usable, id)), template: usable }
}

async function filled(ctx: Ctx, { object, file, language }: TemplateRow, id: string): Promise<Filled> {
  const contents = await contentsOf(file.hash)
  const template = openTemplate(contents)
  if (isFault(template)) return refuse(template.code, template.text, { values: template.values })
  const plan = planOf(ctx, object, template.asks)
  if (plan.faults.length > 0) {
    // What is wrong for everybody is the template's fault. Else it shows something this person may not see: which, he is not told.
    const isBroken = checkContents(ctx, object, contents).faults.length > 0
    refuse(isBroken ? 'document.template_broken' : 'document.not_readable', isBroken ? refusals.templateBroken : refusals.notReadable, isBroken ? {} : { status: 403 })
  }
  const answers = await answersTo(ctx, plan, { id, seller: await sellerId(ctx.db) })
  const known = answers === null ? null : await one(ctx, object, id, { columns: [ctx.registry.object(object).nameField], can: false })
  if (answers === null || known === null) return refuse('not_found', refusals.noRecord, { field: 'id', status: 404 })
  const name = String(known[ctx.registry.object(object).nameField] ?? '')
  return { contents: await filledTemplate(ctx, template, { plan, answers, language }), kind: template.kind, name }
}

/** The field of a document that leads to records of this object. */
export function linkTo(ctx: Pick<Ctx, 'registry'>, object: string): FieldDefinition<'link'> {
  const field = ctx.registry.objects.get('document')?.fields.find((each): each is FieldDefinition<'link'> => each.type === 'link' && each.target === object)
  return field ?? refuse('document.no_place', refusals.noPlace, { values: { object: ctx.registry.objects.get(object)?.plural.pl ?? object } })
}

export async function kept(contents: Uint8Array, { name, type }: { name: string; type: string }): Promise<FileValue> {
  const { hash, size } = await currentFiles().put(Readable.from([Buffer.from(contents.buffer, contents.byteOffset, contents.length)]))
  return { hash, name, size, type }
}

// ---- The letterhead ----------------------------------------------------------------------------------------------

export async function storeSeller(ctx: Ctx, seller: string | null): Promise<void> {
  if (!ctx.who.all && !ctx.who.functions.has('settings')) refuse('not_allowed', refusals.notAllowed, { status: 403 })
  if (seller !== null && (await one(ctx, 'company', seller, { columns: ['name'], can: false })) === null) refuse('link_not_there', refusals.noRecord, { field: 'seller' })
  await ctx.db.rows(sql`insert into sedno_state (key, value, changed_at) values ('documents', ${{ seller }}, ${ctx.now}) on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`)
}

/** The firm itself, as whoever issues quotes and documents. Its name stands on all of them, so everybody may know it. */
export async function sellerOf(ctx: Ctx): Promise<LinkValue | null> {
  const id = await sellerId(ctx.db)
  const seller = id === null ? null : await one({ ...ctx, who: program }, 'company', id, { columns: ['name'], can: false })
  return seller === null ? null : { id: seller.id, name: String(seller['name'] ?? '') }
}

/** Which of the templates for this record the person could use, and why not the others. */
export function hindranceOf(ctx: Ctx, template: TemplateRow, language: Language, contents: Uint8Array): string | null {
  const opened = openTemplate(contents)
  if (isFault(opened)) return say(opened.text, language, opened.values)
  return planOf(ctx, template.object, opened.asks).faults.length === 0 ? null : say(checkContents(ctx, template.object, contents).faults.length > 0 ? refusals.templateBroken : refusals.notReadable, language)
}
