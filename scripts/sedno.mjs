import { ensureInstalled } from './install.mjs'
import { givenIn } from './place.mjs'
import { runProgram } from './program.mjs'

await ensureInstalled()
runProgram('src/server/app/command.ts', process.argv.slice(2), { env: { SEDNO_GIVEN_IN: givenIn } })
