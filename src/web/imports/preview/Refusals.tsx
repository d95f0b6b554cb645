import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { countText } from '../../kernel/ui/number.ts'
import { keys, readRefused, type Import, type RefusedOf, type RefusedPage } from '../api.ts'
import { toRefusedFile } from '../links.ts'
import { texts } from './texts.ts'
import page from '../imports.module.css'
import style from './preview.module.css'

/** All refused rows, by reason, page by page; and as a file to be corrected. */
export function Refusals({ it, download = true }: { it: Import; download?: boolean }) {
  const t = useText()
  const [of, setOf] = useState<RefusedOf>({})
  const pages = useInfiniteQuery({
    queryKey: keys.refused(it.id, { ...of, state: it.state, started: it.startedAt }),
    queryFn: ({ pageParam, signal }) => readRefused(it.id, { ...of, ...(pageParam === null ? {} : { after: pageParam }) }, signal),
    initialPageParam: null as number | null,
    getNextPageParam: (last: RefusedPage) => last.next,
  })
  if (pages.isError) return <RefusedFace error={pages.error} onRetry={() => void pages.refetch()} />
  if (pages.data === undefined) return <Waiting lines={6} />
  const [first] = pages.data.pages
  if (first!.groups.length === 0) return <p className={page.why}>{t(texts.noneRefused)}</p>
  return (
    <div className={style.refusals}>
      {download && <div className={page.row}>
        <Button component="a" href={toRefusedFile(it.id)} download leftSection={<IconDownload className={page.icon} stroke={1.7} />}>{t(texts.download)}</Button>
        <span className={page.small}>{t(texts.downloadAbout)}</span>
      </div>}
      <Groups groups={first!.groups} of={of} onChoose={setOf} />
      <Rows it={it} rows={pages.data.pages.flatMap(({ rows }) => rows)} of={of} />
      {pages.hasNextPage && <div><Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t(texts.more)}</Button></div>}
    </div>
  )
}

function Groups({ groups, of, onChoose }: { groups: RefusedPage['groups']; of: RefusedOf; onChoose(of: RefusedOf): void }) {
  const t = useText()
  const language = useLanguage()
  const isChosen = (group: RefusedPage['groups'][number]) => of.code === group.code && (of.column ?? null) === group.column
  return (
    <ul className={style.groups} aria-label={t(texts.reasons)}>
      <li><button type="button" className={style.reason} aria-pressed={of.code === undefined} onClick={() => onChoose({})}>{t(texts.allReasons)}</button></li>
      {groups.map((group) => (
        <li key={`${group.code} ${group.column}`}>
          <button type="button" className={style.reason} aria-pressed={isChosen(group)} onClick={() => onChoose(isChosen(group) ? {} : { code: group.code, ...(group.column === null ? {} : { column: group.column }) })}>
            <span className={style.reasonCount}>{countText(group.count, language)}</span>
            <span>{group.column !== null && <b>{group.column}: </b>}{group.alike ? group.message : t(texts.example, { message: group.message })}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function Rows({ it, rows, of }: { it: Import; rows: RefusedPage['rows']; of: RefusedOf }) {
  const t = useText()
  const valueAt = (cells: readonly string[], column: string | null) => (column === null ? null : (cells[it.columns.findIndex(({ header }) => header === column)] ?? null))
  const fits = (code: string) => of.code === undefined || of.code === code
  return (
    <table className={`${page.table} ${style.refusedRows}`}>
      <thead>
        <tr>
          <th scope="col" className={page.figure}>{t(texts.line)}</th>
          <th scope="col">{t(texts.column)}</th>
          <th scope="col">{t(texts.value)}</th>
          <th scope="col">{t(texts.reason)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.flatMap(({ line, reasons, cells }) => reasons.filter(({ code }) => fits(code)).map((reason, at) => (
          <tr key={`${line} ${at}`}>
            <td className={page.figure}>{line}</td>
            <td>{reason.column ?? <span className={page.quiet}>{t(texts.wholeRow)}</span>}</td>
            <td className={style.badValue}>{valueAt(cells, reason.column) ?? <span className={page.quiet}>{cells.filter((cell) => cell !== '').slice(0, 4).join(' · ')}</span>}</td>
            <td>{reason.message}</td>
          </tr>
        )))}
      </tbody>
    </table>
  )
}
