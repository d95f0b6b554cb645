import { useState } from 'react'
import type { FileValue } from '../../fields/field.ts'
import { useSurroundings } from '../../fields/web.ts'

interface Sending {
  key: string
  name: string
  share: number
  failed?: string
}

/** Files on their way to the server and those already there. */
export function useAttachments() {
  const { upload } = useSurroundings()
  const [sent, setSent] = useState<FileValue[]>([])
  const [sending, setSending] = useState<Sending[]>([])
  async function sendOne(file: File) {
    const key = crypto.randomUUID()
    const set = (change: Partial<Sending>) => setSending((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)))
    setSending((all) => [...all, { key, name: file.name, share: 0 }])
    try {
      const stored = await upload(file, (share) => set({ share }), new AbortController().signal)
      setSent((all) => [...all, stored])
      setSending((all) => all.filter((one) => one.key !== key))
    } catch (error) {
      set({ failed: error instanceof Error ? error.message : '' })
    }
  }
  return {
    sent,
    /** Still going; a failed one stays in sight but holds nothing up. */
    sending: sending.filter((one) => one.failed === undefined),
    failed: sending.filter((one) => one.failed !== undefined),
    send: (files: readonly File[]) => files.forEach((file) => void sendOne(file)),
    remove: (index: number) => setSent(sent.filter((_, at) => at !== index)),
    clear: () => (setSent([]), setSending([])),
  }
}
