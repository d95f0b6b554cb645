import type { Ctx } from '../kernel/context.ts'
import type { DocumentFormat, MadeDocument } from './contract.ts'

export interface DocumentRequest {
  template: string
  object: string
  id: string
  format: DocumentFormat
}

/** A document of a record, kept beside it as its next edition. */
export async function makeDocument(_ctx: Ctx, { template }: DocumentRequest): Promise<MadeDocument> {
  throw new Error(`not made yet: ${template}`)
}
