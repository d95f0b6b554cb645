import { spawn } from 'node:child_process'
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

/** npm that is killed outright passes nothing on; then its place as our parent is taken by another process. */
function followNpm(child) {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref()
}
