/** Values that the program gives, for the records that were there before the field: numbers, and what is calculated. */
import { recalculateChanged } from '../formulas/recalculate.ts'
import type { Ctx } from '../context.ts'
import { defineJob } from '../jobs/define.ts'
import { enqueue } from '../jobs/enqueue.ts'
import type { Registry } from '../metadata/registry.ts'
import { numberExisting } from '../records/numbers/existing.ts'

const numberJobName = 'configuration.number'

/** In the transaction of the change; what takes long follows as a job that survives a kill. */
export async function fillNew(ctx: Ctx, before: Registry, after: Registry): Promise<void> {
  const had = new Set([...before.objects.values()].flatMap((object) => object.fields.map((field) => field.id)))
  for (const object of after.objects.values()) {
    for (const field of object.fields) {
      if (field.type === 'autoNumber' && !had.has(field.id)) await enqueue(ctx.db, numberJobName, { object: object.name, field: field.name }, { key: field.id })
    }
  }
  await recalculateChanged(ctx, before, after)
}

export const numberJob = defineJob<{ object: string; field: string }>({
  name: numberJobName,
  async run(ctx, { object, field }, { progress }) {
    if (ctx.registry.field(object, field) === null) return { numbered: 0 }
    return { numbered: await numberExisting(ctx, object, field, (done) => progress(done)) }
  },
})
