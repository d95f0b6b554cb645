import { Readable } from 'node:stream'
import { refuse } from '../../contract/refusal.ts'
import { say } from '../../contract/text.ts'
import { mayVerb } from '../kernel/access/field-access.ts'
import type { Ctx } from '../kernel/context.ts'
import { Download, implement } from '../kernel/http/implement.ts'
import { recordOperation } from '../kernel/monitoring/operations.ts'
import { hindranceOf, makeDocument, makeDocumentAgain, mediaTypes, sellerOf, storeSeller, tried } from './actions.ts'
import * as contract from './contract.ts'
import { contentsOf } from './filling/actions.ts'
import { markersOf } from './markers/rules.ts'
import { currentOffice, officeProgram, OfficeError } from './office/actions.ts'
import { templatesFor } from './queries.ts'
import { fileName } from './rules.ts'
import { checkFile, shownFault } from './templates/actions.ts'
import { refusals, troubles } from './texts.ts'

export const routes = [
  implement(contract.makeDocumentRoute, async (ctx, { body }, http) => {
    const made = await makeDocument(ctx, body)
    recordOperation(ctx, { what: 'document.make', object: body.object, record: body.id, detail: { template: body.template, edition: made.edition } })
    http.setStatus(201)
    return made
  }),
  implement(contract.makeAgain, (ctx, { params }) => makeDocumentAgain(ctx, params.id)),
  implement(contract.offeredTemplates, async (ctx, { query: { object } }) => {
    known(ctx, object)
    const templates = await templatesFor(ctx, object)
    const shown = await Promise.all(
      templates.map(async (template) => {
        const { id, name, language, purpose, pdfOnly, file } = template
        const kind = file.name.toLowerCase().endsWith('.xlsx') ? ('xlsx' as const) : ('docx' as const)
        return { id, name, language, purpose, pdfOnly, kind, hindrance: hindranceOf(ctx, template, ctx.language, await contentsOf(file.hash)) }
      }),
    )
    const available = (await officeProgram()) !== null
    return { templates: shown, pdf: { available, hindrance: available ? null : say(refusals.noOffice, ctx.language) } }
  }),
  implement(contract.availableMarkers, async (ctx, { query }) => {
    known(ctx, query.object)
    return markersOf(ctx, query.object, { inside: query.inside === 'true' })
  }),
  implement(contract.checkTemplateRoute, async (ctx, { body: { object, file } }) => {
    const { kind, markers, faults } = await checkFile(ctx, object, file)
    return { kind, markers, faults: faults.map((fault) => shownFault(fault, ctx.language)) }
  }),
  implement(contract.tryTemplate, async (ctx, { query }) => {
    const { contents, kind, name, template } = await tried(ctx, query)
    recordOperation(ctx, { what: 'document.try', object: template.object, record: query.id, detail: { template: template.id } })
    const isPdf = query.format === 'pdf'
    const given = isPdf ? await pdfOf(contents, kind) : contents
    const extension = isPdf ? 'pdf' : kind
    return new Download(Readable.from([Buffer.from(given)]), { name: fileName(template.name, name, extension), type: mediaTypes[extension], size: given.length })
  }),
  implement(contract.readSettings, async (ctx) => ({ seller: await sellerOf(ctx) })),
  implement(contract.changeSettings, async (ctx, { body }) => {
    await storeSeller(ctx, body.seller)
    return { seller: await sellerOf(ctx) }
  }),
]

function known(ctx: Ctx, object: string): void {
  if (!ctx.registry.objects.has(object) || !mayVerb(ctx, object, 'read')) refuse('unknown_object', refusals.unknownObject, { status: 404, values: { name: object } })
}

async function pdfOf(contents: Uint8Array, kind: 'docx' | 'xlsx'): Promise<Uint8Array> {
  try {
    return await currentOffice().toPdf(contents, kind)
  } catch (error) {
    if (error instanceof OfficeError) return refuse(error.why === 'missing' ? 'document.no_office' : `document.office_${error.why}`, troubles[error.why])
    throw error
  }
}

