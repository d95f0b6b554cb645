import { ensureInstalled } from './install.mjs'
import { runProgram } from './program.mjs'
import { ensureWeb } from './web.mjs'

await ensureInstalled()
await ensureWeb()
runProgram('src/server/app/main.ts', process.argv.slice(2))
