import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { node } from './place.mjs'

/**
 * Runs a program of ours in Node 24 and ends as it ends. Signals are passed on; when this process is killed the program notices
 * by the closed channel and stops too, so that no server is left behind holding the port.
 */
export function runProgram(file, words, { env = {} } = {}) {
  const flags = ['--disable-warning=ExperimentalWarning', file]
  const child = spawn(node, [...flags, ...words], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { NODE_COMPILE_CACHE: `${process.cwd()}/node_modules/.cache/compiled`, ...process.env, ...env },
  })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 1)))
  followNpm(child)
}

/** npm that is killed outright passes nothing on; then its place in our line of parents is taken by another process. */
function followNpm(child) {
  if (process.env.npm_lifecycle_event === undefined) return
  const shell = process.ppid
  // npm runs a script through a shell, which most shells then replace by the script and some do not.
  const npm = readWords(shell)[0]?.endsWith('sh') ? parentOf(shell) : null
  const isGone = () => process.ppid !== shell || (npm !== null && parentOf(shell) !== npm)
  setInterval(() => isGone() && child.kill('SIGTERM'), 100).unref()
}

function readWords(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
}

function parentOf(pid) {
  try {
    // After the name in brackets, which may hold anything: state, then parent.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1])
  } catch {
    return null
  }
}
