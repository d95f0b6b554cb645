import { Button, Progress } from '@mantine/core'
import { IconAlertTriangle, IconFileImport } from '@tabler/icons-react'
import { useEffect, useRef, useState, type DragEvent } from 'react'
import { fileSize } from './size.ts'
import { useLanguage, useText } from '../kernel/ui/language.ts'
import { common } from '../kernel/ui/texts.ts'
import { upload, type Import, type Settings } from './api.ts'
import { texts } from './texts.ts'
import style from './imports.module.css'

const largest = 2 * 1024 ** 3

interface Sending {
  name: string
  share: number
  stop: AbortController
}

/** Where a file is dropped, chosen or pasted; what is wrong with it is said at once, in the same place. */
export function FilePlace({ object, settings, onDone }: { object: string; settings?: Settings; onDone(it: Import): void }) {
  const t = useText()
  const language = useLanguage()
  const [over, setOver] = useState(false)
  const [sending, setSending] = useState<Sending | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)

  async function send(files: readonly File[]) {
    const [file] = files
    if (file === undefined || sending !== null) return
    if (files.length > 1) return setWrong(t(texts.onlyOne))
    if (file.size > largest) return setWrong(t(texts.tooLarge, { size: fileSize(file.size, language) }))
    const stop = new AbortController()
    setWrong(null)
    setSending({ name: file.name, share: 0, stop })
    try {
      onDone(await upload(file, { object, settings }, { progress: (share) => setSending((now) => now && { ...now, share }), signal: stop.signal }))
    } catch (error) {
      if (!stop.signal.aborted) setWrong(error instanceof Error ? error.message : String(error))
    } finally {
      setSending(null)
    }
  }
  usePasted((text) => void send([new File([text], t(texts.pastedName), { type: 'text/csv' })]))
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void send([...event.dataTransfer.files])
  }
  return (
    <div
      className={style.drop} data-over={over || undefined} onDrop={drop} onDragLeave={() => setOver(false)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
    >
      {sending === null ? (
        <>
          <IconFileImport className={style.bigIcon} stroke={1.4} aria-hidden />
          <p className={style.dropTitle}>{t(over ? texts.dropNow : texts.dropTitle)}</p>
          <span className={style.quiet}>{t(texts.dropAbout)}</span>
          <Button variant="filled" onClick={() => input.current?.click()}>{t(texts.chooseFile)}</Button>
          <span className={style.small}>{t(texts.pasteAbout)}</span>
        </>
      ) : <Going sending={sending} />}
      <input
        ref={input} type="file" hidden aria-label={t(texts.chooseFile)} accept=".csv,.tsv,.txt,.xlsx,.ods,text/csv,text/plain"
        onChange={(event) => {
          void send([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      <div role="alert">{wrong !== null && <Wrong message={wrong} />}</div>
    </div>
  )
}

function Going({ sending }: { sending: Sending }) {
  const t = useText()
  const share = Math.round(sending.share * 100)
  const words = share < 100 ? t(texts.sending, { name: sending.name }) : t(texts.readingFile)
  return (
    <div className={style.sending}>
      <span role="status">{words}</span>
      <Progress value={share} animated={share === 100} aria-label={words} />
      <span className={style.small} aria-hidden>{t(texts.sent, { share })}</span>
      <Button size="compact-sm" variant="subtle" onClick={() => sending.stop.abort()}>{t(common.cancel)}</Button>
    </div>
  )
}

function Wrong({ message }: { message: string }) {
  const t = useText()
  return (
    <div className={style.wrong}>
      <IconAlertTriangle className={style.icon} stroke={1.8} aria-hidden />
      <div><b>{t(texts.refusedFile)}.</b> {message}</div>
    </div>
  )
}

/** Cells copied from a spreadsheet come as text with tabs; files copied in the file manager as files. */
function usePasted(paste: (text: string) => void): void {
  const latest = useRef(paste)
  useEffect(() => {
    latest.current = paste
  })
  useEffect(() => {
    const take = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable=true]') !== null) return
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (text.trim() === '') return
      event.preventDefault()
      latest.current(text)
    }
    document.addEventListener('paste', take)
    return () => document.removeEventListener('paste', take)
  }, [])
}
