/** A pipeline at a glance: what stands in each stage and for how much, with the first deals of each. */
import type { z } from 'zod'
import { refuse } from '../../../contract/refusal.ts'
import { canRead } from '../../kernel/access/field-access.ts'
import type { Ctx } from '../../kernel/context.ts'
import { groups } from '../../kernel/query/groups.ts'
import { list } from '../../kernel/query/list.ts'
import type { Group } from '../../kernel/query/request.ts'
import type { board, BoardShown } from '../contract.ts'
import { refusals } from '../texts.ts'
import { pipelinesShown } from '../stages/queries.ts'
import { allOf } from '../behind/rules.ts'

const usualCards = 25

type Asked = z.output<NonNullable<typeof board.query>>

/** Sums are of all that stands in a stage; rows go on in the list of records, by the same condition and order. */
export async function boardOf(ctx: Ctx, { pipeline: id, where, search, columns, order = 'expectedOn', limit = usualCards }: Asked): Promise<BoardShown> {
  const [pipeline] = await pipelinesShown(ctx, id)
  if (pipeline === undefined) return refuse('not_found', refusals.noStages, { status: 404 })
  const inStage = (stage: string) => allOf(`stage = '${stage}'`, "state = 'open'", where)
  const searched = search === undefined ? {} : { search }
  const summed = canRead(ctx, 'opportunity', 'amountBase')
  const measures = ['count', ...(summed ? ['sum(amountBase)'] : []), ...(summed && canRead(ctx, 'opportunity', 'weighted') ? ['sum(weighted)'] : [])]
  const [sums, missing, ...pages] = await Promise.all([
    groups(ctx, { object: 'opportunity', by: ['stage'], where: allOf(`pipeline = '${id}'`, "state = 'open'", where), measures, ...searched }),
    summed ? groups(ctx, { object: 'opportunity', by: ['stage'], where: allOf(`pipeline = '${id}'`, "state = 'open'", 'amount is not empty and amountBase is empty', where), ...searched }) : null,
    ...pipeline.stages.map((stage) => list(ctx, { object: 'opportunity', where: inStage(stage.id), order, limit, ...(columns === undefined ? {} : { columns }), ...searched })),
  ])
  const ofStage = (found: { groups: Group[] } | null, stage: string): Group | undefined => found?.groups.find((group) => (group['stage'] as { id: string } | null)?.id === stage)
  return {
    pipeline, currency: ctx.currency,
    columns: pipeline.stages.map((stage, n) => {
      const sum = ofStage(sums, stage.id)
      const { rows, next } = pages[n]!
      return {
        stage: stage.id, count: Number(sum?.['count'] ?? 0), amount: decimal(sum?.['sum_amountBase']), weighted: decimal(sum?.['sum_weighted']),
        withoutAmount: Number(ofStage(missing, stage.id)?.['count'] ?? 0), rows, next, where: inStage(stage.id),
      }
    }),
  }
}

const decimal = (value: unknown): string | null => (typeof value === 'string' ? value : null)
