/** What stands in the menu of a record: done, told, and where it made another record one is led there. */
import type { ActionDefinition, Values } from '../../../../contract/definition.ts'
import { say } from '../../../../contract/text.ts'
import { runAction } from '../../api/records.ts'
import { languageNow } from '../../ui/language.ts'
import { toRecord } from '../../ui/links.ts'
import { told } from '../../ui/notify.tsx'
import { texts } from './texts.ts'

/** Is there anything to say before it runs? */
export const isAsking = ({ input = [], confirm }: ActionDefinition): boolean => input.length > 0 || confirm !== undefined

interface Acting {
  object: string
  id: string
  action: ActionDefinition
  input?: Values
  go(address: string): void
  onDone?(): void
}

export async function actOn({ object, id, action, input, go, onDone }: Acting): Promise<void> {
  const answer = await runAction(object, id, action.name, input)
  const language = languageNow()
  told(say(texts.done, language, { action: say(action.label, language) }))
  onDone?.()
  if (action.makes !== undefined) go(toRecord(action.makes, (answer as { id: string }).id))
}
