/** How long to wait before the next attempt. Greylisting lasts some minutes, a full mailbox some hours. */
const minutes = [1, 2, 5, 10, 20, 40, 60] as const

export const pauseSeconds = (attempt: number): number => 60 * minutes[Math.min(attempt, minutes.length) - 1]!

/** Of a lane on which nothing goes: one is sent ahead to see, so asking often costs nobody anything. */
export const lanePauseSeconds = [30, 60, 120, 300] as const
