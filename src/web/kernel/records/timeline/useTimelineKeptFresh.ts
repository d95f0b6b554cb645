import { useEffect, useEffectEvent } from 'react'
import type { ObjectView } from '../../../../contract/records.ts'
import { keys, queries } from '../../api/client.ts'
import { onRecordEvents, type RecordEvent } from '../../api/events.ts'
import { isLink, useMetadata } from '../../api/metadata.ts'

const atMostEvery = 3_000

/** A note on a company is a record of its own; when such a record changes anywhere, the time line is asked for again, not too often. */
export function useTimelineKeptFresh(object: ObjectView, id: string): void {
  const metadata = useMetadata()
  const hear = useEffectEvent((changes: readonly RecordEvent[]) => {
    const leadsHere = (name: string) => metadata.objects.some((one) => one.name === name && one.fields.some((field) => isLink(field) && field.target === object.name))
    // What is calculated has no history.
    return changes.some((change) => change.verb !== 'calculate' && (change.record === id || (change.object !== object.name && leadsHere(change.object))))
  })
  useEffect(() => {
    if (!object.timeline) return
    let timer: ReturnType<typeof setTimeout> | null = null
    const stop = onRecordEvents((changes) => {
      if (timer !== null || !hear(changes)) return
      timer = setTimeout(() => {
        timer = null
        void queries.invalidateQueries({ queryKey: keys.timeline(object.name, id) })
      }, atMostEvery)
    })
    return () => {
      stop()
      if (timer !== null) clearTimeout(timer)
    }
  }, [object.name, object.timeline, id])
}
