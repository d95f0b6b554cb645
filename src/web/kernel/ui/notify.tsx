import { Button, Group, Text as Words } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { say } from '../../../contract/text.ts'
import { isProblem, sentence } from '../api/problem.ts'
import { languageNow } from './language.ts'
import { common } from './texts.ts'

/** What was done, with Undo where there is one. Read aloud by screen readers. */
export function told(message: string, options: { undo?: () => Promise<unknown>; id?: string } = {}): void {
  const id = options.id ?? crypto.randomUUID()
  notifications.show({
    id,
    message: <Told message={message} onUndo={options.undo === undefined ? undefined : () => void takeBack(id, options.undo!)} />,
    icon: <IconCheck size={16} />,
    color: 'teal',
    autoClose: options.undo === undefined ? 4000 : 9000,
    withBorder: true,
  })
}

/** A refusal that has no better place on the screen. */
export function refused(error: unknown): void {
  if (isProblem(error, 401)) return
  if (!isProblem(error)) console.error(error)
  complain(sentence(error, languageNow()))
}

/** A sentence about what did not work. */
export function complain(message: string): void {
  notifications.show({ message, icon: <IconAlertTriangle size={16} />, color: 'red', autoClose: 10_000, withBorder: true, role: 'alert' })
}

async function takeBack(id: string, undo: () => Promise<unknown>): Promise<void> {
  notifications.hide(id)
  try {
    await undo()
    told(say(common.undone, languageNow()))
  } catch (error) {
    refused(error)
  }
}

function Told({ message, onUndo }: { message: string; onUndo?: () => void }) {
  return (
    <Group gap="sm" wrap="nowrap" justify="space-between">
      <Words size="md">{message}</Words>
      {onUndo && (
        <Button size="compact-sm" variant="subtle" flex="none" onClick={onUndo}>
          {say(common.undo, languageNow())}
        </Button>
      )}
    </Group>
  )
}
