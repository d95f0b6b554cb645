import type { Problem } from '../../../../contract/refusal.ts'
import type { FileValue } from '../../../../fields/field.ts'
import { ProblemError, sentence } from '../../api/problem.ts'
import { languageNow } from '../../ui/language.ts'

/** Sends one file and tells how much of it has gone. */
export function sendFile(file: File, progress: (share: number) => void, signal: AbortSignal): Promise<FileValue> {
  const body = new FormData()
  body.append('file', file, file.name)
  return sendForm<FileValue>('/api/files', body, { progress, signal })
}

/** Sends a form with files; fetch cannot tell how much has gone, so this is the one XMLHttpRequest. */
export function sendForm<A>(address: string, body: FormData, { progress, signal }: { progress: (share: number) => void; signal: AbortSignal }): Promise<A> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest()
    sending.open('POST', address)
    sending.setRequestHeader('accept', 'application/json')
    sending.setRequestHeader('accept-language', languageNow())
    sending.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total)
    sending.onload = () => (sending.status < 300 ? resolve(JSON.parse(sending.responseText) as A) : reject(refusalOf(sending)))
    sending.onerror = () => reject(told({ status: 0 }))
    sending.onabort = () => reject(new DOMException('', 'AbortError'))
    signal.addEventListener('abort', () => sending.abort())
    sending.send(body)
  })
}

function refusalOf(sending: XMLHttpRequest): Error {
  try {
    return told({ ...(JSON.parse(sending.responseText) as Problem), status: sending.status })
  } catch {
    return told({ status: sending.status })
  }
}

/** An error whose message is the sentence a person reads. */
function told(problem: Partial<Problem>): Error {
  const whole: Problem = { type: 'about:blank', title: '', status: 0, code: 'unreachable', detail: '', trace: '', ...problem }
  return new Error(sentence(new ProblemError(whole), languageNow()))
}

/** Who may read the record may fetch its files, so the record stands in the address. */
export function fileHref(file: FileValue, at: { object: string; id: string; field: string }): string {
  return `/api/files/${file.hash}?${new URLSearchParams({ object: at.object, id: at.id, field: at.field })}`
}
