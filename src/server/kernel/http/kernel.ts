/** Routes that belong to no object: what there is, search, the description of the API. */
import { Readable } from 'node:stream'
import { z } from 'zod'
import { route, type Route } from '../../../contract/route.ts'
import { say, type Language, type Text } from '../../../contract/text.ts'
import { recordOperation } from '../monitoring/operations.ts'
import { search } from '../query/search.ts'
import { docsPage } from './docs-page.ts'
import { Download, implement, type Implementation } from './implement.ts'
import { metadataFor } from './metadata.ts'
import { openapiFor } from './openapi.ts'
import { texts } from './texts.ts'

const metadata = route({ method: 'GET', path: '/api/metadata', summary: 'Objects and fields as the caller may see them', scope: 'records:read', answer: z.unknown() })
const searchAll = route({
  method: 'GET', path: '/api/search', summary: 'Search over all that the caller may see', scope: 'records:read',
  query: z.strictObject({ q: z.string().max(500), objects: z.string().max(500).optional(), limit: z.coerce.number().int().min(1).max(50).optional() }), answer: z.unknown(),
})
const docs = route({ method: 'GET', path: '/api/docs', summary: 'This description as a page to read', scope: 'records:read', answer: z.unknown() })
const openapi = route({ method: 'GET', path: '/api/openapi.json', summary: 'This description', scope: 'records:read', answer: z.unknown() })

export function kernelRoutes(about: { routes: readonly Implementation[]; url: string; version: string }): Implementation[] {
  const described: Route[] = [metadata, searchAll, openapi, docs, ...about.routes.map(({ route: one }) => one)]
  return [
    implement(metadata, async (ctx) => metadataFor(ctx)),
    implement(searchAll, async (ctx, { query }) => {
      const objects = query.objects?.split(',').filter((name) => name !== '')
      const answer = await search(ctx, query.q, { ...(objects === undefined ? {} : { objects }), ...(query.limit === undefined ? {} : { limit: query.limit }) })
      recordOperation(ctx, { what: 'search', detail: { q: query.q, hits: answer.hits.length } })
      return answer
    }),
    implement(openapi, async (ctx) => openapiFor(ctx, described, about)),
    implement(docs, async (ctx) => {
      const words = { title: texts.docs, parameters: texts.docsParameters, body: texts.docsBody, answer: texts.docsAnswer, schemas: texts.docsSchemas }
      const page = docsPage(openapiFor(ctx, described, about), saidIn(words, ctx.language))
      return new Download(Readable.from([page]), { name: 'api.html', type: 'text/html; charset=utf-8', inline: true })
    }),
  ]
}

const saidIn = <K extends string>(words: Record<K, Text>, language: Language): Record<K, string> =>
  Object.fromEntries(Object.entries<Text>(words).map(([key, text]) => [key, say(text, language)])) as Record<K, string>
