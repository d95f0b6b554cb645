/** Works that go on side by side while the next is made ready: as many as there are lanes. */
export interface Lanes {
  /** Waits for a free lane, begins the work and comes back at once. Throws what an earlier work threw. */
  take(work: () => Promise<void>): Promise<void>
  /** All are over. */
  done(): Promise<void>
}

export function openLanes(count: number): Lanes {
  const going = new Set<Promise<void>>()
  let failure: { error: unknown } | null = null
  const settled = async () => {
    if (failure === null) return
    await Promise.all(going)
    throw failure.error
  }
  return {
    async take(work) {
      while (going.size >= count) await Promise.race(going)
      await settled()
      const one = work()
        .catch((error: unknown) => {
          failure ??= { error }
        })
        .finally(() => going.delete(one))
      going.add(one)
      // Lets what has been written be heard of before the next lot takes the processor.
      await new Promise((resume) => setImmediate(resume))
    },
    async done() {
      await Promise.all(going)
      await settled()
    },
  }
}
