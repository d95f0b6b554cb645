/** The scripts run before anything is installed, so they carry their few sentences themselves. */
const wanted = process.env.SEDNO_LANG ?? process.env.LC_ALL ?? process.env.LANG ?? ''
const language = wanted.startsWith('pl') ? 'pl' : 'en'

/** Ends the program with one sentence and exit code 1. */
export function giveUp(sentence) {
  console.error(sentence[language])
  process.exit(1)
}

export function tell(sentence) {
  console.error(sentence[language])
}
