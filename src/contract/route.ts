import type { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * One HTTP call, declared once: validation on the server, types on both sides, OpenAPI.
 * `path` has parameters as `:id`. Objects are strict: an unknown field or parameter is a refusal.
 * `open` routes need no sign-in. `scope` names what an API key must have been given ('records:read', 'records:write', 'admin').
 */
export interface Route<P extends z.ZodType = z.ZodType, Q extends z.ZodType = z.ZodType, B extends z.ZodType = z.ZodType, A extends z.ZodType = z.ZodType> {
  method: Method
  path: string
  summary: string
  params?: P
  query?: Q
  body?: B
  answer: A
  /** The body holds values of fields, whose types judge the texts in it, each under its field's name and item. */
  ofFields?: boolean
  open?: boolean
  /** A call of another system: its body is a text as it came, of whatever type, since a signature counts every byte; a text is answered as it stands. */
  raw?: true
  /** Also for an administrator who looks with the rights of somebody else; otherwise he may only read, and nothing of that person's own account. */
  whileActing?: boolean
  scope: 'records:read' | 'records:write' | 'account' | 'admin'
}

export function route<P extends z.ZodType = z.ZodUndefined, Q extends z.ZodType = z.ZodUndefined, B extends z.ZodType = z.ZodUndefined, A extends z.ZodType = z.ZodType>(
  definition: Route<P, Q, B, A>,
): Route<P, Q, B, A> {
  return definition
}

export type Given<T> = T extends Route<infer P, infer Q, infer B, z.ZodType>
  ? { params: z.output<P>; query: z.output<Q>; body: z.output<B> }
  : never
export type Sent<T> = T extends Route<infer P, infer Q, infer B, z.ZodType>
  ? (P extends z.ZodUndefined ? unknown : { params: z.input<P> }) & (Q extends z.ZodUndefined ? unknown : { query?: z.input<Q> }) & (B extends z.ZodUndefined ? unknown : { body: z.input<B> })
  : never
export type Answer<T> = T extends Route<z.ZodType, z.ZodType, z.ZodType, infer A> ? z.output<A> : never
