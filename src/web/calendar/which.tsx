import { Button, Stack } from '@mantine/core'
import { openDialog } from '../kernel/records/form/dialogs.ts'
import { useText } from '../kernel/ui/language.ts'
import { Window } from '../kernel/ui/Window.tsx'
import type { Which } from './acts.ts'
import { texts } from './texts.ts'

/** Asks which occurrences of a series are meant; null: none, let it be. */
export const askWhich = (): Promise<Which | null> =>
  new Promise((resolve) => {
    openDialog({
      kind: 'own',
      Content: ({ onClose }) => (
        <WhichDialog
          onChosen={(which) => {
            onClose()
            resolve(which)
          }}
        />
      ),
    })
  })

function WhichDialog({ onChosen }: { onChosen(which: Which | null): void }) {
  const t = useText()
  return (
    <Window title={t(texts.whichTitle)} onClose={() => onChosen(null)}>
      <Stack gap="xs">
        <Button data-autofocus onClick={() => onChosen('this')}>{t(texts.this)}</Button>
        <Button variant="default" onClick={() => onChosen('following')}>{t(texts.following)}</Button>
        <Button variant="default" onClick={() => onChosen('all')}>{t(texts.all)}</Button>
        <Button variant="subtle" onClick={() => onChosen(null)}>{t(texts.cancel)}</Button>
      </Stack>
    </Window>
  )
}
