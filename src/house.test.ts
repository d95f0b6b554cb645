/** The house keeps its own rules: who may import whom, how large a file may be, which names a room has. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { mayUse } from './server/app/rooms.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })
}

const sources = filesBelow(root).filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && !path.includes('generated'))
const name = (path: string) => relative(root, path).split(sep).join('/')
const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.includes('/testing/')
const text = new Map(sources.map((path) => [path, readFileSync(path, 'utf8')]))

function importsOf(path: string): string[] {
  return [...text.get(path)!.matchAll(/(?:^|\n)\s*(?:import|export)[^'"\n;]*?from\s+['"](\.[^'"]+)['"]|(?:^|\n)import\s+['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]\s*\)/g)]
    .map((match) => match[1] ?? match[2] ?? match[3]!)
    .map((target) => resolve(dirname(path), target))
}

/** contract · fields · expression · server/kernel · server/<room> · server/app · web/kernel · web/<room> · web/app */
function placeOf(path: string): string {
  const [first = '', second = ''] = name(path).split('/')
  return first === 'server' || first === 'web' ? `${first}/${second}` : first
}

const shared = ['contract', 'fields', 'expression']
const rooms = new Set(readdirSync(join(root, 'server')).filter((folder) => !['kernel', 'app', 'migrations'].includes(folder) && statSync(join(root, 'server', folder)).isDirectory()))

function mayImport(from: string, to: string, path: string, target: string): boolean {
  if (from === to) return true
  // Agreement of both sides is proved against the database.
  if (isTest(path) && target.includes('/testing/')) return true
  if (shared.includes(from)) return shared.includes(to) || (isTest(path) && to === 'server/kernel')
  if (shared.includes(to)) return true
  if (from === 'server/app' || from.endsWith('.test.ts')) return to.startsWith('server/')
  if (from === 'server/migrations') return to === 'server/kernel' || to.startsWith('server/')
  if (from === 'server/kernel') return to === 'server/migrations'
  if (from.startsWith('server/')) return to === 'server/kernel' || (to.startsWith('server/') && (isTest(path) || (mayUse[from.slice(7)] ?? []).includes(to.slice(7))) && (isTest(path) || target.endsWith('/index.ts')))
  if (from === 'web/app') return to.startsWith('web/')
  if (to.startsWith('server/')) return /\/(contract|texts)\.ts$/.test(target)
  if (from === 'web/kernel') return false
  return to === 'web/kernel'
}

test('every import goes the way the plan of the house allows', () => {
  const wrong = sources.flatMap((path) =>
    importsOf(path)
      .filter((target) => target.startsWith(root) && !mayImport(placeOf(path), placeOf(target), path, target))
      // Types of routes and answers are the contract between the two sides.
      .map((target) => `${name(path)} imports ${name(target)}`),
  )
  assert.deepEqual(wrong, [])
})

test('no file is longer than 300 lines', () => {
  const long = sources.filter((path) => !isTest(path)).map((path) => `${text.get(path)!.split('\n').length - 1} ${name(path)}`).filter((line) => Number(line.split(' ')[0]) > 300)
  assert.deepEqual(long, [])
})

test('nothing lies deeper than four folders below src', () => {
  assert.deepEqual(sources.map(name).filter((path) => path.split('/').length > 5), [])
})

test('no file or folder has a name that says nothing', () => {
  const empty = /^(utils?|helpers?|common|managers?|misc|shared)(\.|$)/
  assert.deepEqual(sources.map(name).filter((path) => path.split('/').some((part) => empty.test(part))), [])
})

const nine = ['index.ts', 'objects.ts', 'rules.ts', 'actions.ts', 'queries.ts', 'contract.ts', 'routes.ts', 'background.ts', 'texts.ts']

test('a room has the nine names and no other; where it outgrows them it splits by noun', () => {
  const technical = new Set(['reading', 'samples'])
  const wrong = sources.filter((path) => {
    const [side, room, ...rest] = name(path).split('/')
    if (side !== 'server' || !rooms.has(room!) || isTest(path)) return false
    if (rest.some((part) => technical.has(part) || part === 'writers')) return false
    return !nine.includes(rest.at(-1)!)
  })
  assert.deepEqual(wrong.map(name), [])
})

test('the door of a room contains no code', () => {
  const doors = sources.filter((path) => /^server\/[^/]+\/index\.ts$/.test(name(path)))
  assert.ok(doors.length >= 4)
  for (const door of doors) {
    const lines = text.get(door)!.split('\n').filter((line) => line.trim() !== '' && !/^(export (type )?\{.*\} from|\/\*\*|export \{$|\} from|  )/.test(line))
    assert.deepEqual(lines, [], name(door))
    assert.match(text.get(door)!, /^\/\*\* /, `${name(door)} opens with what the room is for`)
  }
})

test('rules touch neither database, clock nor network', () => {
  const wrong = sources.filter((path) => path.endsWith('/rules.ts') && /\.db\b|new Date\(\)|Date\.now\(\)|fetch\(|node:(fs|net|http)/.test(text.get(path)!))
  assert.deepEqual(wrong.map(name), [])
})

test('nothing says default export', () => {
  assert.deepEqual(sources.filter((path) => /\nexport default /.test(text.get(path)!) && !path.endsWith('vite.config.ts')).map(name), [])
})

test('raw SQL says why it is safe', () => {
  const wrong = sources.filter((path) => !isTest(path) && !path.endsWith('expression/sql.ts')).flatMap((path) =>
    text.get(path)!.split('\n').flatMap((line, at, lines) => {
      const unsafe = /\braw\(`[^`]*\$\{/.test(line)
      const reasoned = /\/\//.test(line) || /\/\/|\*\//.test(lines[at - 1] ?? '')
      return unsafe && !reasoned ? [`${name(path)}:${at + 1} ${line.trim()}`] : []
    }),
  )
  assert.deepEqual(wrong, [])
})

test('every icon that a declaration names is drawn', () => {
  const drawn = ['icons', 'moreIcons'].map((file) => text.get(join(root, `web/kernel/ui/${file}.tsx`))!).join('')
  const named = sources.filter((path) => !isTest(path) && /(objects|room|screen)\.ts$/.test(path)).flatMap((path) => [...text.get(path)!.matchAll(/\bicon: '([\w-]+)'/g)].map((match) => match[1]!))
  assert.deepEqual([...new Set(named)].filter((icon) => !new RegExp(`(^|[ {])'?${icon}'?: Icon`, 'm').test(drawn)), [])
})
