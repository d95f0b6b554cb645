import { Suspense, useSyncExternalStore } from 'react'
import { ConflictDialog } from './ConflictDialog.tsx'
import { CreateDialog } from './CreateDialog.tsx'
import { ActionDialog } from './ActionDialog.tsx'
import { EditDialog } from './EditDialog.tsx'
import { HistoryDrawer } from './HistoryDrawer.tsx'
import { MergeDialog } from '../merge/MergeDialog.tsx'
import { closeDialog, onDialogs, openDialogs } from './dialogs.ts'

/** Everything that stands open over the screen. */
export function Dialogs() {
  const open = useSyncExternalStore(onDialogs, openDialogs)
  return open.map(({ key, ...dialog }) => {
    const close = () => closeDialog(key)
    if (dialog.kind === 'create') return <CreateDialog key={key} {...dialog} onClose={close} />
    if (dialog.kind === 'edit') return <EditDialog key={key} {...dialog} onClose={close} />
    if (dialog.kind === 'action') return <ActionDialog key={key} {...dialog} onClose={close} />
    if (dialog.kind === 'history') return <HistoryDrawer key={key} {...dialog} onClose={close} />
    if (dialog.kind === 'merge') return <MergeDialog key={key} {...dialog} onClose={close} />
    if (dialog.kind === 'own') return <Suspense key={key}><dialog.Content onClose={close} /></Suspense>
    return <ConflictDialog key={key} {...dialog.conflict} onClose={close} />
  })
}
