/** What the demo company's own configuration is for: devices at its customers, with the technicians of its service department. */
import type { Values } from '../../../contract/definition.ts'
import type { Ctx } from '../../kernel/context.ts'
import { createMany } from '../../kernel/records/create.ts'
import { isRefused } from '../../kernel/records/writing.ts'
import { companyAt, type Surroundings } from '../rules.ts'
import { devicesAt, inspectionsOf } from './rules.ts'

interface Given {
  companies: number
  around: Surroundings
  technicians: readonly string[]
  id(kind: string, index: number): string
}

const lot = 1_000

/** Nothing where the configuration is not there: objects of the administrator's may be renamed and removed. */
export async function loadDevices(ctx: Ctx, given: Given): Promise<void> {
  if (!ctx.registry.objects.has('device') || !ctx.registry.objects.has('deviceInspection')) return
  const daysBack = (days: number) => new Date(Date.parse(`${given.around.today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
  const devices = Array.from({ length: given.companies }, (_, company) => devicesAt(company, companyAt(company, given.around).age)).flat()
  await createAll(ctx, 'device', devices.map(({ company, age, values }, index) => ({ ...values, id: given.id('device', index), company: given.id('company', company), installedOn: daysBack(age) })))
  const inspections = devices.flatMap(({ age }, index) => inspectionsOf(index, age).map(({ planned, values }) => ({ device: index, planned, values })))
  await createAll(ctx, 'deviceInspection', inspections.map(({ device, planned, values }, index) => ({
    ...values, id: given.id('deviceInspection', index), device: given.id('device', device), plannedOn: daysBack(planned), doneOn: values.status === 'done' ? daysBack(planned) : null,
    technician: given.technicians.length === 0 ? null : given.technicians[index % given.technicians.length]!,
  })))
}

async function createAll(ctx: Ctx, object: string, rows: readonly Values[]): Promise<void> {
  for (let start = 0; start < rows.length; start += lot) {
    for (const outcome of await createMany(ctx, object, rows.slice(start, start + lot))) if (isRefused(outcome)) throw outcome.refused
  }
}
