/** One connection per process that hears NOTIFY, made again whenever it breaks. */
import { Client, type ClientConfig } from 'pg'

interface Listener {
  heard: (payload: string) => void
  missed: (() => void) | undefined
}

export interface Ear {
  listen(channel: string, heard: (payload: string) => void, missed?: () => void): Promise<() => Promise<void>>
  close(): Promise<void>
}

const longestPause = 5_000

export function openEar(config: ClientConfig): Ear {
  const listeners = new Map<string, Set<Listener>>()
  let current: Promise<Client> | null = null
  let closed = false
  let retry: NodeJS.Timeout | undefined

  const connect = async (): Promise<Client> => {
    const client = new Client({ ...config, application_name: `${config.application_name ?? 'sedno'} ear` })
    client.on('error', () => undefined) // 'end' follows, and there the connection is made again
    client.on('notification', ({ channel, payload }) => {
      for (const listener of listeners.get(channel) ?? []) listener.heard(payload ?? '')
    })
    await client.connect()
    for (const channel of listeners.keys()) await client.query(`listen ${quoted(channel)}`)
    client.on('end', () => {
      current = null
      if (!closed && listeners.size > 0) reconnect(100)
    })
    return client
  }

  const reconnect = (pause: number) => {
    retry = setTimeout(() => {
      current = connect()
      current.then(
        () => {
          for (const each of listeners.values()) for (const listener of each) listener.missed?.()
        },
        () => {
          current = null
          if (!closed) reconnect(Math.min(pause * 2, longestPause))
        },
      )
    }, pause)
    retry.unref()
  }

  return {
    async listen(channel, heard, missed) {
      const listener: Listener = { heard, missed }
      const already = listeners.get(channel)
      if (already) already.add(listener)
      else listeners.set(channel, new Set([listener]))
      current ??= connect()
      const client = await current
      if (!already) await client.query(`listen ${quoted(channel)}`)
      return async () => {
        const all = listeners.get(channel)
        all?.delete(listener)
        if (all?.size !== 0) return
        listeners.delete(channel)
        await (await current)?.query(`unlisten ${quoted(channel)}`).catch(() => undefined)
      }
    },
    async close() {
      closed = true
      clearTimeout(retry)
      await current?.then((client) => client.end()).catch(() => undefined)
    },
  }
}

function quoted(channel: string): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(channel)) throw new Error(`not a channel name: ${channel}`)
  return `"${channel}"`
}
