import '@fontsource-variable/inter/index.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import '../kernel/ui/tokens.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { keys, queries } from '../kernel/api/client.ts'
import { onSignedOut } from '../kernel/api/request.ts'
import { RoomsContext } from '../kernel/shell/rooms.ts'
import { startShortcuts } from '../kernel/ui/shortcuts.ts'
import { styleNonce, theme, variables } from '../kernel/ui/theme.ts'
import { rooms } from './rooms.ts'
import { router } from './routes.tsx'

// The scroll lock under dialogues writes a style of its own and looks for the nonce under this name.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() })
startShortcuts()
// A newer version was put in place of the one this tab runs: its parts are gone, so the page is fetched anew, once.
window.addEventListener('vite:preloadError', (event) => {
  const last = Number(sessionStorage.getItem('sedno.reloaded') ?? 0)
  if (Date.now() - last < 60_000) return
  event.preventDefault()
  sessionStorage.setItem('sedno.reloaded', String(Date.now()))
  window.location.reload()
})
onSignedOut(() => {
  if (queries.getQueryData(keys.session) != null) queries.setQueryData(keys.session, null)
})

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <QueryClientProvider client={queries}>
        <RoomsContext value={rooms}>
          <RouterProvider router={router} />
        </RoomsContext>
        <Notifications position="bottom-right" limit={4} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
