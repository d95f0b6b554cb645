import { Paper } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { KeyboardEvent, RefObject } from 'react'
import type { LinkValue } from '../../contract/records.ts'
import { Face } from '../../fields/face.tsx'
import { useSurroundings } from '../../fields/web.ts'
import { useText } from '../kernel/ui/language.ts'
import { wordAfterAt } from './mentions.ts'
import { texts } from './texts.ts'
import style from './parties.module.css'

interface Mentioning {
  input: RefObject<HTMLTextAreaElement | null>
  text: string
  onText(text: string): void
  mentioned: LinkValue[]
}

/** People offered after `@`; arrows choose, Enter or Tab puts the name in. */
export function useMentions({ input, text, onText, mentioned }: Mentioning) {
  const { lookup } = useSurroundings()
  const [people, setPeople] = useState<LinkValue[]>(mentioned)
  const [at, setAt] = useState<ReturnType<typeof wordAfterAt>>(null)
  const [active, setActive] = useState(0)
  const offers = useQuery({ queryKey: ['lookup', 'user', at?.word ?? ''], queryFn: ({ signal }) => lookup('user', at!.word, signal), enabled: at !== null, staleTime: 15_000 }).data ?? []
  const open = at !== null && offers.length > 0

  const look = () => {
    const field = input.current
    setAt(field && field.selectionStart === field.selectionEnd ? wordAfterAt(field.value, field.selectionStart) : null)
    setActive(0)
  }
  function put(person: LinkValue) {
    const caret = at!.from + person.name.length + 2
    // Drawn at once: the caret must stand after the name before the next key comes.
    flushSync(() => {
      onText(`${text.slice(0, at!.from)}@${person.name} ${text.slice(at!.from + at!.word.length + 1)}`)
      setPeople((all) => [...all.filter((one) => one.id !== person.id), { id: person.id, name: person.name }])
      setAt(null)
    })
    input.current?.focus()
    input.current?.setSelectionRange(caret, caret)
  }
  function takesKey(event: KeyboardEvent): boolean {
    if (!open) return false
    const act = { ArrowDown: () => setActive((active + 1) % offers.length), ArrowUp: () => setActive((active - 1 + offers.length) % offers.length), Enter: () => put(offers[active]!), Tab: () => put(offers[active]!), Escape: () => setAt(null) }[event.key]
    if (act === undefined || event.ctrlKey || event.metaKey) return false
    event.preventDefault()
    event.stopPropagation()
    act()
    return true
  }
  const begin = () => (typeAt(input.current, text, onText), look())
  return { people, open, offers, active, activeId: open ? `mention-${offers[active]?.id}` : undefined, look, put, takesKey, begin, clear: () => setPeople([]) }
}

/** Puts `@` at the caret, a space before it where a word ends. Drawn at once, for the caret must stand after it. */
function typeAt(field: HTMLTextAreaElement | null, text: string, onText: (text: string) => void): void {
  const caret = field?.selectionStart ?? text.length
  const before = text.slice(0, caret)
  const start = before === '' || /\s$/.test(before) ? '@' : ' @'
  flushSync(() => onText(before + start + text.slice(caret)))
  field?.focus()
  field?.setSelectionRange(caret + start.length, caret + start.length)
}

export function MentionList({ mentions }: { mentions: ReturnType<typeof useMentions> }) {
  const t = useText()
  if (!mentions.open) return null
  return (
    <div className={style.mentionPlace}>
      <Paper shadow="md" withBorder className={style.mentions} id="mentions" role="listbox" aria-label={t(texts.mention)}>
        {mentions.offers.map((offer, index) => (
          <div key={offer.id} id={`mention-${offer.id}`} role="option" aria-selected={index === mentions.active} className={style.mention} onMouseDown={(event) => (event.preventDefault(), mentions.put(offer))}>
            <Face name={offer.name} />
            <span>{offer.name}</span>
            <span className={style.quiet}>{offer.hints.join(' · ')}</span>
          </div>
        ))}
      </Paper>
    </div>
  )
}
