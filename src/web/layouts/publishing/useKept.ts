import { useEffect, useRef, useState } from 'react'
import { keepDraftOf, readDraftsAnew } from '../../kernel/shaping/configuration.ts'
import { useStable } from '../../kernel/ui/stable.ts'
import type { Editing } from '../editor/useEditing.ts'
import { keptOf } from '../model.ts'
import type { Shaped } from '../WithObject.tsx'

export type KeptState = 'same' | 'keeping' | 'kept' | 'failed'
export interface Keeping {
  state: KeptState
  /** Keeps what is not kept yet; false when it could not be. */
  keep(): Promise<boolean>
  /** What is on the sheet is from now on as it is on the server: it was published, or given up. */
  forget(): Promise<void>
  isKept(): boolean
}

const pause = 700

/** The draft is kept on the server by itself, a moment after each step and when one leaves; a sheet that is as published needs none. */
export function useKept({ object }: Shaped, { sheet, place, basedOn, isDirty, standing }: Editing): Keeping {
  const text = isDirty ? JSON.stringify(keptOf(object, place, sheet, basedOn)) : ''
  const last = useRef<string | null>(null)
  last.current ??= standing.draft === null ? '' : text
  const [state, setState] = useState<KeptState>('same')
  const sending = useRef<Promise<boolean>>(Promise.resolve(true))
  const keep = useStable((): Promise<boolean> => {
    if (text === last.current) return sending.current
    const [sent, before] = [text, last.current]
    last.current = sent
    setState('keeping')
    sending.current = sending.current.then(() => send(standing.id, sent)).then((ok) => {
      if (!ok && last.current === sent) last.current = before
      setState(ok ? 'kept' : 'failed')
      return ok
    })
    return sending.current
  })
  useEffect(() => {
    const timer = setTimeout(() => void keep(), pause)
    return () => clearTimeout(timer)
  }, [text, keep])
  useEffect(() => {
    const leave = () => void keep()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      void keep().then(readDraftsAnew)
    }
  }, [keep])
  async function forget() {
    last.current = ''
    await sending.current
    await send(standing.id, '')
    setState('same')
  }
  return { state: text === last.current || state === 'failed' ? state : 'same', keep, forget, isKept: () => text === last.current && state !== 'failed' }
}

const send = (id: string, text: string): Promise<boolean> => keepDraftOf('layout', id, text === '' ? null : (JSON.parse(text) as Record<string, unknown>)).then(() => true, () => false)
