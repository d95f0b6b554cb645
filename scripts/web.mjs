import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { node } from './place.mjs'
import { inTurn } from './turn.mjs'
import { giveUp, tell } from './words.mjs'

const stamp = 'dist/.stamp'
const sources = ['src/web', 'src/contract', 'src/fields', 'src/expression']

/** Builds the web application when what it is made of has changed since the last time. */
export async function ensureWeb() {
  if (!existsSync('src/web/index.html') || isFresh()) return
  await inTurn('web', () => {
    if (isFresh()) return
    const made = fingerprint()
    build()
    compress('dist/web')
    mkdirSync('dist', { recursive: true })
    writeFileSync(stamp, made)
  })
}

const isFresh = () => existsSync(stamp) && existsSync('dist/web/index.html') && readFileSync(stamp, 'utf8') === fingerprint()

function fingerprint() {
  const hash = createHash('sha256')
  for (const file of [...sources.flatMap((folder) => files(folder)), ...sharedByRooms(), 'package-lock.json', 'scripts/web.mjs']) {
    if (!file.endsWith('.test.ts')) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** Of the server the web part may import only these two of each room. */
const sharedByRooms = () => files('src/server').filter((file) => /\/(contract|texts)\.ts$/.test(file))

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`)
    .sort()
}

function build() {
  tell({ pl: 'Buduję część przeglądarkową…', en: 'Building the web part…' })
  const { status, stdout, stderr } = spawnSync(node, ['node_modules/vite/bin/vite.js', 'build', '--config', 'src/web/vite.config.ts', '--logLevel', 'warn'], { encoding: 'utf8' })
  if (status === 0) return
  console.error(stdout + stderr)
  giveUp({ pl: 'Nie udało się zbudować części przeglądarkowej (powód wyżej).', en: 'The web part could not be built (the reason is above).' })
}

/** Once here instead of at every request. The page itself is filled in by the server, so it stays as it is. */
function compress(folder) {
  for (const file of files(folder).filter((each) => /\.(js|css|svg|json|webmanifest)$/.test(each))) {
    const content = readFileSync(file)
    if (content.length < 1024) continue
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }))
  }
}
