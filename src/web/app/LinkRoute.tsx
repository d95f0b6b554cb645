import { SetPassword } from '../kernel/access/SetPassword.tsx'

export function LinkRoute() {
  return <SetPassword token={window.location.hash.slice(1) || (new URLSearchParams(window.location.search).get('token') ?? '')} />
}
