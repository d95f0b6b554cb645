import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { testCluster } from '../../server/kernel/testing/cluster.ts'

/** An empty database of the tests' PostgreSQL, gone with `end`. */
export async function emptyDatabase(): Promise<{ client: Client; end(): Promise<void> }> {
  const cluster = await testCluster()
  const database = `expression_${randomBytes(6).toString('hex')}`
  await onServer(cluster.url('postgres'), `create database ${database}`)
  const client = new Client({ connectionString: cluster.url(database) })
  await client.connect()
  return {
    client,
    async end() {
      await client.end()
      await onServer(cluster.url('postgres'), `drop database ${database}`)
    },
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
