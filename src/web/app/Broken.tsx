import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { RefusedFace } from '../kernel/ui/faces.tsx'

/** A screen that failed says so in its place; the rest of the application stays. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const again = () => {
    reset()
    void router.invalidate()
  }
  return <RefusedFace error={error} onRetry={again} />
}
