import { Readable } from 'node:stream'
import { Download, implement } from '../../kernel/http/implement.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import { feedsOf } from './queries.ts'

export const routes = [
  implement(contract.listFeeds, async (ctx) => ({ feeds: await feedsOf(ctx) })),
  implement(contract.makeFeed, (ctx, { body }) => actions.makeFeed(ctx, body)),
  implement(contract.revokeFeed, (ctx, { params }) => actions.revokeFeed(ctx, params.id)),
  implement(contract.readFeed, async (ctx, { params }, http) => {
    const text = await actions.feedText(ctx, params.file)
    const etag = actions.etagOf(text)
    http.setHeader('etag', etag)
    http.setHeader('cache-control', 'private, no-cache')
    if (http.header('if-none-match') === etag) {
      http.setStatus(304)
      return null
    }
    return new Download(Readable.from([text]), { name: 'sedno.ics', type: 'text/calendar; charset=utf-8', size: Buffer.byteLength(text), inline: true })
  }),
]
