/** What a browser loads first (brotli, as the server sends it), and how it scrolls through a million rows. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { chromium } from 'playwright-core'
import type { Row } from './measure.ts'
import type { BenchWorld } from './world.ts'

export async function webRows(world: BenchWorld): Promise<Row[]> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const [name, value] = world.admin.cookie.split('=') as [string, string]
    await context.addCookies([{ name, value, url: world.url }])
    const page = await context.newPage()
    const scripts = new Set<string>()
    page.on('response', (answer) => { if (new URL(answer.url()).pathname.endsWith('.js')) scripts.add(new URL(answer.url()).pathname) })
    await page.goto(`${world.url}/records/company`, { waitUntil: 'networkidle' })
    await page.getByRole('row').nth(5).waitFor()
    const loaded = sizeOf([...scripts])
    const longest = await scroll(page)
    return [
      { size: world.size, work: 'first load of the list, scripts compressed', ours: `${Math.round(loaded / 1024)} kB`, raw: '', ratio: '', promise: '≤ 350 kB', kept: loaded <= 350 * 1024 },
      { size: world.size, work: 'scrolling the list, longest task', ours: `${Math.round(longest)} ms`, raw: '', ratio: '', promise: '≤ 50 ms', kept: longest <= 50 },
    ]
  } finally {
    await browser.close()
  }
}

function sizeOf(paths: readonly string[]): number {
  const folder = fileURLToPath(new URL('../dist/web', import.meta.url))
  return paths.reduce((sum, path) => sum + brotliCompressSync(readFileSync(`${folder}${path}`), { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }).length, 0)
}

/** Turns the wheel through the list; tasks over 50 ms are what the browser itself calls long. */
async function scroll(page: import('playwright-core').Page): Promise<number> {
  await page.evaluate(() => {
    const seen = window as unknown as { longest: number }
    seen.longest = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.longest = Math.max(seen.longest, entry.duration)
    }).observe({ entryTypes: ['longtask'] })
  })
  await page.mouse.move(700, 500)
  for (let n = 0; n < 150; n++) {
    await page.mouse.wheel(0, 400)
    await page.waitForTimeout(30)
  }
  return page.evaluate(() => (window as unknown as { longest: number }).longest)
}
