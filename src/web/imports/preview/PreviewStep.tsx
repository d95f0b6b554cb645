import { Button, Progress, Tabs } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { ObjectView } from '../../../contract/records.ts'
import { isProblem, sentence } from '../../kernel/api/problem.ts'
import { queries } from '../../kernel/api/client.ts'
import { Go } from '../../kernel/ui/Go.tsx'
import { useGo } from '../../kernel/ui/go.ts'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { refused as complainOf } from '../../kernel/ui/notify.tsx'
import { countText } from '../../kernel/ui/number.ts'
import { cancel, keys, start, type Import, type Preview } from '../api.ts'
import { Counts } from '../Counts.tsx'
import { Foot } from '../Foot.tsx'
import { StepHead } from '../Frame.tsx'
import { toImport } from '../links.ts'
import { saved } from '../saving.ts'
import { FirstRows } from './FirstRows.tsx'
import { FoundRows } from './FoundRows.tsx'
import { Refusals } from './Refusals.tsx'
import { texts } from './texts.ts'
import page from '../imports.module.css'
import style from './preview.module.css'

/** Fourth step: the whole file gone through, before anything is written. */
export function PreviewStep({ it, object }: { it: Import; object: ObjectView }) {
  const wrong = useChecked(it)
  if (wrong !== null) return <NotChecked it={it} why={wrong} />
  if (it.state !== 'previewed' || it.preview === null) return <Checking it={it} />
  return <Seen it={it} preview={it.preview} object={object} />
}

/** A preview out of date is made anew as soon as one looks. Gives why it cannot be. */
function useChecked(it: Import): string | null {
  const language = useLanguage()
  const [wrong, setWrong] = useState<string | null>(null)
  const due = it.state === 'uploaded'
  useEffect(() => {
    if (!due) return
    void saved(it.id).then(() => start(it.id, 'preview')).catch((error: unknown) => {
      // Somebody else, or another tab, has begun it already.
      if (isProblem(error, 409)) return void queries.invalidateQueries({ queryKey: keys.one(it.id), exact: true })
      setWrong(sentence(error, language))
    })
  }, [due, it.id, language])
  return wrong
}

function NotChecked({ it, why }: { it: Import; why: string }) {
  const t = useText()
  return (
    <>
      <div className={page.body}>
        <div className={page.narrow}>
          <StepHead title={t(texts.notChecked)} />
          <div role="alert" className={page.wrong}>{why}</div>
          <div><Button component={Go} href={toImport(it.id, 'columns')}>{t(texts.toColumns)}</Button></div>
        </div>
      </div>
    </>
  )
}

function Checking({ it }: { it: Import }) {
  const t = useText()
  const go = useGo()
  const language = useLanguage()
  const done = it.progress?.done ?? 0
  const total = it.progress?.total ?? null
  const stop = () => {
    go(toImport(it.id, 'duplicates'))
    void cancel(it.id).catch(complainOf)
  }
  return (
    <div className={page.body}>
      <div className={page.narrow}>
        <StepHead title={t(texts.checking)}>{t(texts.checkingAbout)}</StepHead>
        <Progress value={total === null || total === 0 ? 100 : (done / total) * 100} animated={total === null} aria-label={t(texts.checking)} />
        <div className={page.row}>
          <span className={page.quiet}>{t(texts.checkedRows, { done: countText(done, language) })}</span>
          <Button size="compact-sm" variant="subtle" onClick={stop}>{t(texts.stop)}</Button>
        </div>
      </div>
    </div>
  )
}

const parts = ['rows', 'refused', 'found'] as const

function Seen({ it, preview, object }: { it: Import; preview: Preview; object: ObjectView }) {
  const t = useText()
  const language = useLanguage()
  const go = useGo()
  const navigate = useNavigate()
  const asked = (useSearch({ strict: false }) as { part?: string }).part
  const part = parts.find((one) => one === asked) ?? 'rows'
  const { counts } = it
  const toWrite = counts.created + counts.updated
  const [busy, setBusy] = useState(false)
  const run = () => {
    setBusy(true)
    void saved(it.id).then(() => start(it.id, 'run')).then(() => go(toImport(it.id, 'result')), complainOf).finally(() => setBusy(false))
  }
  const found = countText(preview.foundCount ?? preview.found.length, language)
  return (
    <>
      <div className={page.body}>
        <StepHead title={t(texts.title)}>{t(texts.lead)}</StepHead>
        <Counts counts={counts} planned />
        <Tabs value={part} keepMounted={false} onChange={(value) => void navigate({ to: '.', search: ((before: object) => ({ ...before, part: value ?? undefined })) as never, replace: true })}>
          <Tabs.List className={style.tabs} aria-label={t(texts.parts)}>
            <Tabs.Tab value="rows">{t(texts.rows)}</Tabs.Tab>
            <Tabs.Tab value="refused">{t(texts.refused)} <span className={style.tabCount}>{countText(counts.refused, language)}</span></Tabs.Tab>
            <Tabs.Tab value="found">{t(texts.found)} <span className={style.tabCount}>{found}</span></Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="rows" pt="md"><FirstRows it={it} preview={preview} object={object} /></Tabs.Panel>
          <Tabs.Panel value="refused" pt="md"><Refusals it={it} /></Tabs.Panel>
          <Tabs.Panel value="found" pt="md"><FoundRows it={it} preview={preview} object={object} /></Tabs.Panel>
        </Tabs>
      </div>
      <Foot it={it} at="preview">
        <Button variant="filled" loading={busy} disabled={toWrite === 0} onClick={run}>{t(texts.importRows, { count: toWrite })}</Button>
      </Foot>
    </>
  )
}
