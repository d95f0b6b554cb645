import { CellLines } from '../../kernel/sheet/CellInput.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { texts } from '../texts.ts'
import style from '../quotes.module.css'
import type { LineRow } from './rows.ts'

/** What is said of a line below it: shown in short, unfolded while it is written. */
export function Description({ row, isOpen, mayChange, onOpen, onDone }: { row: LineRow; isOpen: boolean; mayChange: boolean; onOpen(): void; onDone(row: LineRow, text: string | null): void }) {
  const t = useText()
  if (isOpen && mayChange) return <div className={style.describing}><CellLines row={row} label={`${t(texts.description)}: ${row.name}`} text={row.description} typed onType={() => undefined} onDone={(text) => onDone(row, text)} onCancel={() => onDone(row, null)} /></div>
  return <div className={style.description} data-open={isOpen || undefined} onDoubleClick={onOpen} title={row.description}>{row.description}</div>
}
