import { refuse } from '../../contract/refusal.ts'
import { say } from '../../contract/text.ts'
import type { FileValue } from '../../fields/field.ts'
import type { Ctx } from '../kernel/context.ts'
import { defineJob } from '../kernel/jobs/define.ts'
import { one } from '../kernel/query/one.ts'
import { change } from '../kernel/records/change.ts'
import { asProgram } from '../kernel/records/steps/consequences.ts'
import { kept, mediaTypes, pdfJob } from './actions.ts'
import { contentsOf } from './filling/actions.ts'
import { currentOffice, OfficeError } from './office/actions.ts'
import { refusals, troubles } from './texts.ts'

/** A LibreOffice that hung or died is begun anew for each try. */
const tries = 3

const makePdf = defineJob<{ document: string }>({
  name: pdfJob,
  async run(ctx, { document: id }, { progress }) {
    const program = asProgram(ctx)
    const document = await one(program, 'document', id, { columns: ['file', 'pdf', 'state'], can: false })
    const file = document?.['file'] as FileValue | null | undefined
    // Made by an earlier run that was killed after it, or put to the trash meanwhile.
    if (document === null || file === null || file === undefined || document['state'] === 'ready') return null
    try {
      const contents = await converted(file)
      const pdf = await kept(contents, { name: file.name.replace(/\.\w+$/, '.pdf'), type: mediaTypes.pdf })
      await store(program, id, { pdf, state: 'ready', problem: null })
      await progress(1, 1)
      return { document: id }
    } catch (error) {
      if (!(error instanceof OfficeError)) throw error
      await store(program, id, { state: 'failed', problem: say(troubles[error.why], ctx.language) })
      return refuse(`document.office_${error.why}`, troubles[error.why])
    }
  },
})

async function converted(file: FileValue): Promise<Uint8Array> {
  const contents = await contentsOf(file.hash)
  const kind = file.name.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'docx'
  for (let attempt = 1; ; attempt++) {
    try {
      return await currentOffice().toPdf(contents, kind)
    } catch (error) {
      const isWorthTrying = error instanceof OfficeError && (error.why === 'died' || error.why === 'slow') && attempt < tries
      if (!isWorthTrying) throw error
    }
  }
}

/** Whatever became of the record meanwhile: what was made is noted on it. */
async function store(ctx: Ctx, id: string, values: Record<string, unknown>): Promise<void> {
  const now = await one(ctx, 'document', id, { columns: ['state'], can: false })
  if (now === null) return refuse('not_found', refusals.noDocument, { status: 404 })
  await change(ctx, 'document', id, { version: now.version, values }, { asProgram: true })
}

export const jobs = [makePdf]
