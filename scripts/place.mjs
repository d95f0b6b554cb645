import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

// Everything is named from the checkout's root, wherever the command was given. Where it was given decides what a relative FILE means.
export const givenIn = process.env.INIT_CWD ?? process.cwd()
process.chdir(dirname(dirname(fileURLToPath(import.meta.url))))

/** The Node 24 that comes with the packages; the system's own may be older. */
export const node = `${process.cwd()}/node_modules/.bin/node`
