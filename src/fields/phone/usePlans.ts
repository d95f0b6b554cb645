import { useEffect, useSyncExternalStore } from 'react'
import { onPlans, plansNow } from './plans.ts'

/** Whoever shows or takes telephone numbers is drawn anew once the plans are there. */
export function usePlans(): void {
  const plans = useSyncExternalStore(onPlans, plansNow)
  useEffect(() => {
    // Without the network numbers stay as they are kept; the next one shown tries again.
    if (plans === null) void import('./world.ts').catch(() => undefined)
  }, [plans])
}
