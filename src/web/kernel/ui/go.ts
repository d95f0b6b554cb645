import { useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'

/** `go('/records/company/…')`: addresses come from links.ts. */
export function useGo(): (address: string, options?: { replace?: boolean }) => void {
  const router = useRouter()
  return useCallback((address, options) => (options?.replace ? router.history.replace(address) : router.history.push(address)), [router])
}
