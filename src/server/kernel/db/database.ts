import type { PoolClient } from 'pg'
import type { Sql } from '../../../expression/sql.ts'

export interface TransactionOptions {
  /** 'repeatable read': all statements see one moment (exports, backup). Only the outermost transaction may say it. */
  isolation?: 'read committed' | 'repeatable read' | 'serializable'
  readOnly?: boolean
}

export interface Prepared {
  name: string
  text: string
  values: readonly unknown[]
}

/**
 * Access to PostgreSQL. `rows` runs one statement. Inside `transaction` the same interface is bound to one connection:
 * nothing inside may use the outer one. Nested calls become savepoints.
 * Values: a JavaScript array becomes an SQL array, an object becomes JSON; an array meant as JSON must be given as JSON.stringify(array).
 */
export interface Db {
  rows<R = Record<string, unknown>>(statement: Sql): Promise<R[]>
  /** Prepared by name: for statements compiled once and run often. One name, one text. */
  prepared<R = Record<string, unknown>>(name: string, text: string, values: readonly unknown[]): Promise<R[]>
  /** Several prepared statements in one message over one connection: they run one after another, each is answered or fails by itself. */
  together(statements: readonly Prepared[]): Promise<unknown[]>[]
  transaction<T>(work: (tx: Db) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** The bare connection, for COPY and cursors; given back after `work`. In a transaction: the transaction's own. */
  connection<T>(work: (client: PoolClient) => Promise<T>): Promise<T>
  readonly inTransaction: boolean
  /** The pool itself, outside any transaction: what must stay even when this transaction is rolled back, and the key of what is kept per database. */
  readonly root: Db
  /** Called once the outermost transaction has been committed, at once outside of one; never when rolled back. Must not throw. */
  afterCommit(work: () => void): void
}

/** The pool of one process, and its ear. Made by openDatabase (open.ts). */
export interface Database extends Db {
  /**
   * Calls `heard` with the payload of each NOTIFY on the channel. The connection is made again when lost; what was said
   * meanwhile is lost too, so `missed` is called after each reconnection: look for yourself what is new.
   */
  listen(channel: string, heard: (payload: string) => void, missed?: () => void): Promise<() => Promise<void>>
  close(): Promise<void>
  readonly url: string
}
