/** Sending files: chosen, dropped or pasted, each with its progress and a way to stop it. */
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { ActionIcon, Button, FileButton, Progress } from '@mantine/core'
import { IconUpload, IconX } from '@tabler/icons-react'
import type { FileValue } from './field.ts'
import { useSay, useSurroundings } from './web.ts'
import { words } from './web-texts.ts'
import styles from './fields.module.css'

interface Sending {
  key: string
  name: string
  share: number
  failed?: string
  stop(): void
}

function useSending(onSent: (file: FileValue) => void) {
  const { upload } = useSurroundings()
  const say = useSay()
  const [sending, setSending] = useState<readonly Sending[]>([])
  // Files arrive one by one while the same handlers are at work; the newest receiver must get them all.
  const receive = useRef(onSent)
  receive.current = onSent
  const set = (key: string, change: Partial<Sending>) => setSending((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)))
  const drop = (key: string) => setSending((all) => all.filter((one) => one.key !== key))

  async function send(file: File) {
    const key = crypto.randomUUID()
    const stopper = new AbortController()
    setSending((all) => [...all, { key, name: file.name, share: 0, stop: () => (stopper.abort(), drop(key)) }])
    try {
      receive.current(await upload(file, (share) => set(key, { share }), stopper.signal))
      drop(key)
    } catch (error) {
      if (!stopper.signal.aborted) set(key, { failed: (error instanceof Error && error.message) || say(words.sendFailed, { name: file.name }) })
    }
  }
  return { sending, send, drop }
}

interface UploadsProps {
  accept?: readonly string[]
  many: boolean
  buttonText: string
  label: string
  disabled?: boolean
  autoFocus?: boolean
  onSent(file: FileValue): void
  children?: ReactNode
}

/** `.pdf`, `image/*`, `text/plain`, as the browser's own file chooser understands them. */
function isAccepted(file: File, accept: readonly string[] | undefined): boolean {
  if (accept === undefined || accept.length === 0) return true
  return accept.some((kind) => (kind.startsWith('.') ? file.name.toLowerCase().endsWith(kind.toLowerCase()) : kind.endsWith('/*') ? file.type.startsWith(kind.slice(0, -1)) : file.type === kind))
}

export function Uploads({ accept, many, buttonText, label, disabled, autoFocus, onSent, children }: UploadsProps) {
  const say = useSay()
  const [over, setOver] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { sending, send, drop } = useSending(onSent)

  function take(files: readonly File[]) {
    setRefusal(null)
    for (const file of many ? files : files.slice(0, 1)) {
      if (isAccepted(file, accept)) void send(file)
      else setRefusal(say(words.wrongKind, { name: file.name }))
    }
  }
  const dragged = (event: React.DragEvent, inside: boolean) => {
    event.preventDefault()
    setOver(inside && !disabled)
  }
  return (
    <div className={styles.stack} role="group" aria-label={label}
      onDragOver={(event) => dragged(event, true)} onDragLeave={(event) => dragged(event, false)}
      onDrop={(event) => (dragged(event, false), disabled ? undefined : take([...event.dataTransfer.files]))}
      onPaste={(event) => event.clipboardData.files.length > 0 && take([...event.clipboardData.files])}>
      {children}
      {sending.map((one) => <SendingLine key={one.key} sending={one} onGone={() => drop(one.key)} />)}
      <div className={styles.drop} data-over={over}>
        <FileButton multiple={many} accept={accept?.join(',')} onChange={(files: File | File[] | null) => take(files === null ? [] : Array.isArray(files) ? files : [files])}>
          {(button) => <Button {...button} size="compact-sm" leftSection={<IconUpload className={styles.icon} />} disabled={disabled} autoFocus={autoFocus}>{buttonText}</Button>}
        </FileButton>
        <span>{say(words.orDrop)}</span>
      </div>
      {refusal !== null && <span role="alert" className={styles.wrong}>{refusal}</span>}
    </div>
  )
}

function SendingLine({ sending, onGone }: { sending: Sending; onGone(): void }) {
  const say = useSay()
  return (
    <div className={styles.file}>
      <span className={styles.fileName}>{sending.name}</span>
      {sending.failed === undefined
        ? <Progress className={styles.progress} value={sending.share * 100} aria-label={say(words.sending, { name: sending.name })} />
        : <span role="alert" className={styles.wrong}>{sending.failed}</span>}
      <ActionIcon size="sm" aria-label={sending.failed === undefined ? say(words.stopSending, { name: sending.name }) : say(words.removeNamed, { name: sending.name })} onClick={sending.failed === undefined ? sending.stop : onGone}>
        <IconX className={styles.icon} />
      </ActionIcon>
    </div>
  )
}
