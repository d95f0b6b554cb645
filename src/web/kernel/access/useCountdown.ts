import { useEffect, useState } from 'react'

/** Seconds left until `end` (a moment of Date.now); 0 when it has passed or there is none. */
export function useCountdown(end: number | null): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (end === null) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [end])
  return end === null ? 0 : Math.max(0, Math.ceil((end - now) / 1000))
}

/** '0:15', '12:05' */
export const clockText = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
