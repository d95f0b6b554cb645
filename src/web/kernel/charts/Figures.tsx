import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Go } from '../ui/Go.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { csvOf, download } from './csv.ts'
import { texts } from './texts.ts'
import style from './charts.module.css'

export interface FigureColumn {
  key: string
  label: string
}
export interface FigureCell {
  text: string
  /** For a spreadsheet; the text where left out. */
  plain?: string | number | null
  /** The records behind it. */
  href?: string | null
  /** 0 to 1: how strongly it is shaded, for a table that is read like a map. */
  shade?: number | null
}
export interface FigureRow {
  key: string
  name: FigureCell
  cells: Readonly<Record<string, FigureCell>>
  isTotal?: boolean
}

interface FiguresProps {
  title: string
  /** What the rows are: months, stages, people. */
  of: string
  columns: readonly FigureColumn[]
  rows: readonly FigureRow[]
  /** The chart of the same. */
  children?: ReactNode
  about?: ReactNode
}

/** A chart and the table behind it; each figure leads to the records it is of, and all of it goes to a spreadsheet. */
export function Figures({ title, of, columns, rows, children, about }: FiguresProps) {
  const t = useText()
  const language = useLanguage()
  const save = () => {
    const plain = ({ text, plain: own }: FigureCell) => (own === undefined ? text : own)
    const lines = rows.map((row) => [plain(row.name), ...columns.map(({ key }) => (row.cells[key] === undefined ? null : plain(row.cells[key])))])
    download(`${title}.csv`, csvOf([[of, ...columns.map(({ label }) => label)], ...lines], language))
  }
  return (
    <section className={style.figures} aria-label={title}>
      <div className={style.head}>
        <h2 className={style.title}>{title}</h2>
        <Button size="compact-sm" variant="subtle" leftSection={<IconDownload size={15} stroke={1.7} />} onClick={save}>{t(texts.download)}</Button>
      </div>
      {about && <p className={style.about}>{about}</p>}
      {children}
      <div className={style.scroll} tabIndex={0} role="group" aria-label={title}>
        <table className={style.table}>
          <thead>
            <tr><th scope="col">{of}</th>{columns.map(({ key, label }) => <th key={key} scope="col">{label}</th>)}</tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} data-total={row.isTotal || undefined}>
                <th scope="row"><Cell cell={row.name} /></th>
                {columns.map(({ key }) => {
                  const cell = row.cells[key]
                  return <td key={key} style={cell?.shade == null ? undefined : { background: `color-mix(in srgb, var(--acc-bg) ${Math.round(cell.shade * 100)}%, transparent)` }}>{cell && <Cell cell={cell} />}</td>
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const Cell = ({ cell: { text, href } }: { cell: FigureCell }) => (href ? <Go className={style.behind} href={href}>{text}</Go> : <>{text}</>)
