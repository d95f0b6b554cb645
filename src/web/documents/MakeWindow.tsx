import { Anchor, Badge, Button, Loader, Radio } from '@mantine/core'
import { useState } from 'react'
import { makeAgain, makeDocumentRoute, type MadeDocument } from '../../server/documents/contract.ts'
import { keys, queries } from '../kernel/api/client.ts'
import { sentence } from '../kernel/api/problem.ts'
import { readRecord } from '../kernel/api/records.ts'
import { call } from '../kernel/api/request.ts'
import { finished, toldElsewhere } from '../kernel/api/runs.ts'
import { fileHref } from '../kernel/records/field/files.ts'
import { EmptyFace, RefusedFace, Waiting } from '../kernel/ui/faces.tsx'
import { Go } from '../kernel/ui/Go.tsx'
import { useLanguage, useText } from '../kernel/ui/language.ts'
import { toRecord } from '../kernel/ui/links.ts'
import { Refusal } from '../kernel/ui/Page.tsx'
import { useAct } from '../kernel/ui/useAct.ts'
import { Window } from '../kernel/ui/Window.tsx'
import { useOffered } from './asking.ts'
import { texts } from './texts.ts'
import { titles } from './titles.ts'
import style from './documents.module.css'

/** A template is chosen, the document is made and kept with the record, and here it can be taken. */
export function MakeWindow({ about, onClose }: { about: { object: string; id: string }; onClose(): void }) {
  const t = useText()
  const language = useLanguage()
  const offered = useOffered(about.object)
  const [chosen, setChosen] = useState<string | null>(null)
  const [made, setMade] = useState<MadeDocument | null>(null)
  const make = useAct(async (format: 'file' | 'pdf') => follow(await call(makeDocumentRoute, { body: { template: chosen ?? '', ...about, format } })))
  const again = useAct(async () => follow(await call(makeAgain, { params: { id: made!.id } })))

  async function follow(document: MadeDocument) {
    setMade(document)
    void queries.invalidateQueries({ queryKey: keys.object('document') })
    if (document.run === null) return
    toldElsewhere.add(document.run)
    await finished(document.run)
    const now = await readRecord('document', document.id, ['state', 'problem', 'pdf', 'file'])
    setMade({ ...document, ...(now as unknown as Pick<MadeDocument, 'state' | 'problem' | 'pdf' | 'file'>), run: null })
    void queries.invalidateQueries({ queryKey: keys.object('document') })
  }

  const template = offered.data?.templates.find(({ id }) => id === chosen)
  return (
    <Window title={t(titles.make)} onClose={onClose}>
      {offered.isError && <RefusedFace error={offered.error} onRetry={() => void offered.refetch()} />}
      {offered.isPending && <Waiting lines={4} />}
      {offered.data?.templates.length === 0 && <EmptyFace title={t(texts.none)}>{t(texts.noneText)}</EmptyFace>}
      {offered.data !== undefined && offered.data.templates.length > 0 && made === null && (
        <div className={style.form}>
          <Radio.Group label={t(texts.template)} value={chosen} onChange={setChosen}>
            <div className={style.choices}>
              {offered.data.templates.map((one) => (
                <Radio key={one.id} value={one.id} disabled={one.hindrance !== null} description={one.hindrance ?? undefined}
                  label={<span className={style.choice}>{one.name} <Badge size="sm" variant="light" color="grey">{one.kind.toUpperCase()}</Badge>{one.pdfOnly && <Badge size="sm" variant="light">{t(texts.pdfOnly)}</Badge>} <span className={style.quiet}>{t(texts.language, { language: one.language })}</span></span>} />
              ))}
            </div>
          </Radio.Group>
          {make.error !== null && <Refusal>{sentence(make.error, language)}</Refusal>}
          {!offered.data.pdf.available && <p className={style.quiet}>{offered.data.pdf.hindrance}</p>}
          <div className={style.end}>
            <Button variant="filled" onClick={() => void make.run('pdf')} loading={make.busy} disabled={template === undefined || !offered.data.pdf.available}>{t(texts.makePdf)}</Button>
            {template?.pdfOnly !== true && <Button onClick={() => void make.run('file')} loading={make.busy} disabled={template === undefined}>{t(texts.makeFile, { kind: (template?.kind ?? 'docx').toUpperCase() })}</Button>}
          </div>
        </div>
      )}
      {made !== null && <Made document={made} onAgain={() => void again.run()} busy={again.busy} onAnother={() => setMade(null)} />}
    </Window>
  )
}

function Made({ document, onAgain, busy, onAnother }: { document: MadeDocument; onAgain(): void; busy: boolean; onAnother(): void }) {
  const t = useText()
  const files = [['pdf', document.pdf], ['file', document.file]] as const
  return (
    <div className={style.form} aria-live="polite">
      {document.state === 'making' && <p className={style.making}><Loader size="xs" aria-hidden /> {t(texts.makingPdf)}</p>}
      {document.state === 'ready' && <p className={style.said}>{t(texts.ready, { edition: document.edition })}</p>}
      {document.state === 'failed' && <Refusal>{t(texts.failed)}: {document.problem}</Refusal>}
      {files.map(([field, file]) => file !== null && (
        <Anchor key={field} href={fileHref(file, { object: 'document', id: document.id, field })} download>{t(texts.download, { name: file.name })}</Anchor>
      ))}
      <Go className="sd-link" href={toRecord('document', document.id)}>{t(texts.toDocument)}</Go>
      <div className={style.end}>
        {document.state === 'failed' && <Button variant="filled" onClick={onAgain} loading={busy}>{t(texts.again)}</Button>}
        <Button onClick={onAnother}>{t(texts.another)}</Button>
      </div>
    </div>
  )
}
