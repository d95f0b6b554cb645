/** An importer at his desk: the whole house over HTTP, files in a folder of their own, a worker that does the long works. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { nipOf } from '../../demo/rules.ts'
import { program } from '../../kernel/access/who.ts'
import { useFiles } from '../../kernel/files/current.ts'
import { openDiskStore } from '../../kernel/files/disk.ts'
import { startWorker, type Worker } from '../../kernel/jobs/worker.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { ImportAnswer } from '../contract.ts'
import { jobs } from '../background.ts'

export interface Desk {
  house: House
  /** May everything; imports are his. */
  anna: Caller
  ctx: Ctx
  folder: string
  work(): Promise<Worker>
  upload(content: string | Buffer, given?: { object?: string; mapping?: unknown; options?: unknown; fileName?: string }): Promise<ImportAnswer>
  /** Does one of the long works and gives how it came out. */
  until(id: string, work: 'preview' | 'run' | 'undo', body?: object): Promise<ImportAnswer>
  read(id: string): Promise<ImportAnswer>
  errors(id: string): Promise<string[][]>
  end(): Promise<void>
}

export const nip = (n: number): string => nipOf(500_000_000 + n)
export const csv = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.map((cell) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';')).join('\n')

export async function startDesk(): Promise<Desk> {
  const house = await startHouse()
  const folder = mkdtempSync(join(tmpdir(), 'sedno-imports-'))
  useFiles(openDiskStore(folder))
  const anna = await house.person('Anna', { all: true })
  const who = { ...program, userId: anna.id, name: 'Anna', fingerprint: 'Anna' }
  const workers: Worker[] = []
  const read = async (id: string) => (await anna.get(`/api/imports/${id}`)).body as ImportAnswer
  return {
    house, anna, folder, read,
    ctx: house.world.ctxOf(who),
    async work() {
      const worker = await startWorker({
        db: house.world.db, jobs, registry: () => house.world.registry, personOf: async () => ({ who, language: 'pl', timeZone: 'Europe/Warsaw' }),
        defaults: { language: 'pl', timeZone: 'Europe/Warsaw', currency: 'PLN' },
      })
      workers.push(worker)
      return worker
    },
    async upload(text, { object = 'company', fileName = 'plik.csv', ...json } = {}) {
      const { payload, type } = multipart({ object, ...Object.fromEntries(Object.entries(json).map(([name, value]) => [name, JSON.stringify(value)])) }, { fileName, text })
      const answer = await anna.send('POST', '/api/imports', payload, { 'content-type': type })
      if (answer.status !== 201) throw new Error(answer.text)
      return answer.body as ImportAnswer
    },
    async until(id, work, body) {
      const answer = await anna.send('POST', `/api/imports/${id}/${work}?wait=30`, body)
      if (answer.status >= 300) throw new Error(answer.text)
      return answer.body as ImportAnswer
    },
    async errors(id) {
      const { text } = await anna.get(`/api/imports/${id}/errors.csv`)
      return text.replace('\uFEFF', '').trim().split(/\r?\n/).map((line) => line.split(';'))
    },
    async end() {
      for (const worker of workers) await worker.stop()
      await house.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export function multipart(fields: Readonly<Record<string, string>>, file: { fileName: string; text: string | Buffer }): { payload: Buffer; type: string } {
  const edge = '----sedno-test'
  const parts = Object.entries(fields).map(([name, value]) => `--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  const last = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${file.fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return { payload: Buffer.concat([Buffer.from(parts.join('') + last), Buffer.from(file.text), Buffer.from(`\r\n--${edge}--\r\n`)]), type: `multipart/form-data; boundary=${edge}` }
}
