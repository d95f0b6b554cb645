/** A document of 200 lines from the shipped quote, and its PDF by a LibreOffice that is warm. */
import { installTemplates } from '../src/server/documents/index.ts'
import { officeProgram, openOffice } from '../src/server/documents/office/actions.ts'
import { tried } from '../src/server/documents/actions.ts'
import { programCtx } from '../src/server/app/first-run.ts'
import { create, createMany } from '../src/server/kernel/records/create.ts'
import type { Row } from './measure.ts'
import type { BenchWorld } from './world.ts'

const lines = 200
const times = 9

export async function documentRows({ size, installation }: BenchWorld): Promise<Row[]> {
  const ctx = programCtx(installation)
  await installTemplates(ctx)
  const [template] = await ctx.db.rows<{ id: string }>({ pieces: ["select id from document_template where shipped = 'quote.pl'"], values: [] })
  const company = (await create(ctx, 'company', { name: 'Dokumenty' })).id
  const quote = (await create(ctx, 'quote', { company, title: 'Dwieście pozycji' })).id
  const money = { amount: '12.50', currency: 'PLN' }
  await createMany(ctx, 'quoteLine', Array.from({ length: lines }, (_, at) => ({ quote, name: `Pozycja ${at + 1}`, position: String(at + 1), kind: 'item', quantity: '2', unitPrice: money, vatRate: '23' })), { asProgram: true })
  const docx = await middle(() => tried(ctx, { template: template!.id, id: quote }))
  const row = (work: string, ms: number, most: number): Row => ({ size, work, ours: `${ms.toFixed(0)} ms`, raw: '–', ratio: '–', promise: `≤ ${most} ms`, kept: ms <= most })
  const rows = [row(`DOCX from a template, ${lines} lines`, docx, 300)]
  if ((await officeProgram()) === null) return rows
  const { contents } = await tried(ctx, { template: template!.id, id: quote })
  const office = openOffice()
  await office.toPdf(contents, 'docx')
  rows.push(row(`PDF of it, warm`, await middle(() => office.toPdf(contents, 'docx')), 3_000))
  await office.close()
  return rows
}

async function middle(work: () => Promise<unknown>): Promise<number> {
  const took: number[] = []
  for (let n = 0; n < times; n++) {
    const from = performance.now()
    await work()
    took.push(performance.now() - from)
  }
  return took.sort((a, b) => a - b)[Math.floor(times / 2)]!
}
