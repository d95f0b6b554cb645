/** The description of the API as a page to read: no script, no style, nothing from elsewhere. */
type Json = Record<string, any>

const escaped = (text: unknown): string => String(text ?? '').replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)

export function docsPage(description: Json, words: { title: string; parameters: string; body: string; answer: string; schemas: string }): string {
  const calls = Object.entries(description.paths as Json).flatMap(([path, item]) =>
    ['get', 'post', 'put', 'patch', 'delete'].flatMap((method) => (item[method] === undefined ? [] : [callOf(method, path, item, words)])),
  )
  const schemas = Object.entries(description.components.schemas as Json).map(([name, schema]) => `<details id="${escaped(name)}"><summary><code>${escaped(name)}</code></summary>${jsonOf(schema)}</details>`)
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(words.title)}</title></head><body>
<h1>${escaped(words.title)}</h1><p><a href="/api/openapi.json">openapi.json</a> · ${escaped(description.info.version)}</p>
${calls.join('\n')}
<h2>${escaped(words.schemas)}</h2>
${schemas.join('\n')}
</body></html>`
}

const jsonOf = (value: unknown): string => `<pre>${escaped(JSON.stringify(value, null, 2))}</pre>`

function callOf(method: string, path: string, item: Json, words: { parameters: string; body: string; answer: string }): string {
  const call = item[method]
  const parameters = [...(item.parameters ?? []), ...(call.parameters ?? [])] as Json[]
  const listed = parameters.map(({ name, in: where, required, description }) => `<li><code>${escaped(name)}</code> (${escaped(where)}${required ? ', *' : ''}) ${escaped(description)}</li>`)
  const body = call.requestBody?.content?.['application/json']?.schema
  const answer = (call.responses['200'] ?? call.responses['201'])?.content?.['application/json']?.schema
  const part = (title: string, html: string) => `<h4>${escaped(title)}</h4>${html}`
  return `<details><summary><code>${method.toUpperCase()} ${escaped(path)}</code> ${escaped(call.summary)}</summary>
${listed.length > 0 ? part(words.parameters, `<ul>${listed.join('')}</ul>`) : ''}${body === undefined ? '' : part(words.body, jsonOf(body))}${answer === undefined ? '' : part(words.answer, jsonOf(answer))}</details>`
}
