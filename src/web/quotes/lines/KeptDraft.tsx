import { Button } from '@mantine/core'
import { memo, useEffect, useRef } from 'react'
import { dropDraft, useDraft, useKeptDraft } from '../../kernel/records/form/drafts.ts'
import { fullMoment } from '../../kernel/records/time.ts'
import { useManner, useText } from '../../kernel/ui/language.ts'
import { useStable } from '../../kernel/ui/stable.ts'
import { texts } from '../texts.ts'
import style from '../quotes.module.css'
import type { Content } from './content.ts'
import type { ContentState } from './useContent.ts'
import type { Saving } from './useSaving.ts'

const draftObject = 'quote'
const keyOf = (quote: string): string => `lines:${quote}`

/** What could not be saved is kept aside, and offered again when one comes back. */
export function KeptDraft({ quote, state, saving }: { quote: string; state: ContentState; saving: Saving }) {
  const t = useText()
  const manner = useManner()
  const kept = useDraft(draftObject, keyOf(quote))
  const found = kept.data?.draft.values['content'] as Content | undefined
  const isAnswered = useRef(false)
  const isNeeded = useStable(() => !isAnswered.current && saving.grid.may.change && (saving.isDirty || saving.waitingForName > 0))
  const answer = (take: boolean) => {
    if (take && found !== undefined) state.change(() => found)
    void dropDraft(draftObject, keyOf(quote)).then(() => kept.refetch())
  }
  return (
    <>
      {kept.data !== undefined && <Keeping quote={quote} content={state.content} isNeeded={isNeeded} isSaved={!saving.isDirty && saving.waitingForName === 0} />}
      {found !== undefined && saving.grid.may.change && (
        <div className={style.notice} role="status">
          <span>{t(texts.draftFound, { when: fullMoment(kept.data!.at, manner) })}</span>
          <Button size="compact-sm" onClick={() => answer(true)}>{t(texts.draftTake)}</Button>
          <Button size="compact-sm" variant="subtle" onClick={() => answer(false)}>{t(texts.draftDrop)}</Button>
        </div>
      )}
    </>
  )
}

/** Drawn again only when the content has changed, for it writes all of it out. */
const Keeping = memo(function Keeping({ quote, content, isNeeded, isSaved }: { quote: string; content: Content; isNeeded(): boolean; isSaved: boolean }) {
  const wasKept = useRef(false)
  const isOpen = () => {
    const needed = isNeeded()
    wasKept.current ||= needed
    return needed
  }
  useKeptDraft(draftObject, keyOf(quote), { values: { content }, unread: {} }, isOpen)
  useEffect(() => {
    if (!isSaved || !wasKept.current) return
    wasKept.current = false
    void dropDraft(draftObject, keyOf(quote))
  }, [isSaved, quote])
  return null
})
