import type { PoolClient } from 'pg'
import type { Sql } from '../../../expression/sql.ts'

/**
 * Access to PostgreSQL. `rows` runs one statement. Inside `transaction` the same interface is bound to one connection:
 * nothing inside may use the outer one. Nested calls become savepoints.
 */
export interface Db {
  rows<R = Record<string, unknown>>(statement: Sql): Promise<R[]>
  /** Prepared by name: for statements compiled once and run often. */
  prepared<R = Record<string, unknown>>(name: string, text: string, values: readonly unknown[]): Promise<R[]>
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>
  /** The bare connection, for COPY and LISTEN; given back after `work`. */
  connection<T>(work: (client: PoolClient) => Promise<T>): Promise<T>
  readonly inTransaction: boolean
}
