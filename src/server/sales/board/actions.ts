/** A pipeline at a glance: what stands in each stage and for how much, with the first deals of each. */
import type { z } from 'zod'
import { refuse } from '../../../contract/refusal.ts'
import { canRead } from '../../kernel/access/field-access.ts'
import type { Ctx } from '../../kernel/context.ts'
import { groups } from '../../kernel/query/groups.ts'
import { sideBySide } from '../../kernel/query/side-by-side.ts'
import type { board, BoardShown, PipelineShown } from '../contract.ts'
import { refusals } from '../texts.ts'
import { pipelinesShown } from '../stages/queries.ts'
import { allOf } from '../behind/rules.ts'

const usualCards = 25

type Asked = z.output<NonNullable<typeof board.query>>

/** Sums are of all that stands in a stage; rows go on in the list of records, by the same condition and order. */
export async function boardOf(ctx: Ctx, { pipeline: id, where, search, columns, order = 'expectedOn', limit = usualCards }: Asked): Promise<BoardShown> {
  const isOpen = allOf("state = 'open'", where)
  const inStage = (stage: string) => allOf(`stage = '${stage}'`, isOpen)
  const shared = { object: 'opportunity', ...(search === undefined ? {} : { search }) }
  const summed = canRead(ctx, 'opportunity', 'amountBase') && canRead(ctx, 'opportunity', 'amount')
  const measures = ['count', ...(summed ? ['sum(amountBase)', 'count(amount)', 'count(amountBase)'] : []), ...(summed && canRead(ctx, 'opportunity', 'weighted') ? ['sum(weighted)'] : [])]
  const firstOf = ({ stages }: PipelineShown) =>
    sideBySide(ctx, { ...shared, by: 'stage', lists: stages.map((stage) => ({ id: stage.id, where: inStage(stage.id) })), where: isOpen, order, limit, ...(columns === undefined ? {} : { columns }) })
  const [[pipeline, pages], sums] = await Promise.all([
    shownPipeline(ctx, id).then(async (found) => [found, await firstOf(found)] as const),
    groups(ctx, { ...shared, by: ['stage'], where: allOf(`pipeline = '${id}'`, isOpen), measures }),
  ])
  return {
    pipeline, currency: ctx.currency,
    columns: pipeline.stages.map((stage, n) => {
      const sum = sums.groups.find((group) => (group['stage'] as { id: string } | null)?.id === stage.id)
      return {
        stage: stage.id, count: counted(sum?.['count']), amount: decimal(sum?.['sum_amountBase']), weighted: decimal(sum?.['sum_weighted']),
        // Worked out from the amount, the worth is there wherever its rate is known.
        withoutAmount: counted(sum?.['count_amount']) - counted(sum?.['count_amountBase']), ...pages[n]!, where: inStage(stage.id),
      }
    }),
  }
}

async function shownPipeline(ctx: Ctx, id: string): Promise<PipelineShown> {
  const [found] = await pipelinesShown(ctx, id)
  return found ?? refuse('not_found', refusals.noStages, { status: 404 })
}

const counted = (value: unknown): number => (typeof value === 'number' ? value : 0)
const decimal = (value: unknown): string | null => (typeof value === 'string' ? value : null)
