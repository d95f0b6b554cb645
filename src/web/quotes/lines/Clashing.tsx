import { Button, Group, Modal } from '@mantine/core'
import type { LinkValue } from '../../../contract/records.ts'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { texts } from '../texts.ts'
import style from '../quotes.module.css'
import { cellKeys, cellText } from './cells.ts'
import { contentOf } from './content.ts'
import type { Row } from './rows.ts'
import type { Clash } from './useSaving.ts'

/** Two people changed the lines at once: where they differ, both are shown, and one is kept. */
export function Clashing({ clash, currency, onSettle }: { clash: Clash; currency: string; onSettle(side: 'mine' | 'theirs'): void }) {
  const t = useText()
  const language = useLanguage()
  const theirs = contentOf(clash.theirs)
  const who = (clash.theirs.quote['updatedBy'] as LinkValue | null | undefined)?.name ?? t(texts.clashSomebody)
  const written = (row: Row | undefined) => (row === undefined ? null : cellKeys.map((key) => cellText(row, key, { language, currency })).filter((text) => text !== '').join(' · '))
  const length = Math.max(theirs.rows.length, clash.mine.rows.length)
  const pairs = Array.from({ length }, (_, at) => [written(theirs.rows[at]), written(clash.mine.rows[at])] as const).filter(([a, b]) => a !== b)
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} closeOnEscape={false} closeOnClickOutside={false} title={t(texts.clashTitle)} size="xl">
      <p className={style.lead}>{t(texts.clashText, { who })}</p>
      <table className={style.clash}>
        <thead><tr><th scope="col">{t(texts.theirs)}</th><th scope="col">{t(texts.mine)}</th></tr></thead>
        <tbody>{pairs.slice(0, 30).map(([a, b], at) => <tr key={at}><td>{a ?? <span className={style.quiet}>{t(texts.none)}</span>}</td><td>{b ?? <span className={style.quiet}>{t(texts.none)}</span>}</td></tr>)}</tbody>
      </table>
      <Group justify="flex-end">
        <Button onClick={() => onSettle('theirs')}>{t(texts.clashTheirs)}</Button>
        <Button variant="filled" onClick={() => onSettle('mine')} data-autofocus>{t(texts.clashMine)}</Button>
      </Group>
    </Modal>
  )
}
