import { useEffect, useSyncExternalStore } from 'react'
import { isOnline, onOnline, startLive } from '../api/events.ts'

/** Keeps the live connection while somebody is signed in. False while it is broken. */
export function useLive(): boolean {
  useEffect(() => startLive(), [])
  return useSyncExternalStore(onOnline, isOnline)
}
