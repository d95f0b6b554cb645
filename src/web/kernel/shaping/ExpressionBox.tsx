import { useId, useRef, useState, type KeyboardEvent } from 'react'
import type { ExprType } from '../../../expression/types.ts'
import { useLanguage, useText } from '../ui/language.ts'
import { completionAt, type Completion, type Offer } from './completion.ts'
import { readExpression, type Fault, type Reading, type Surroundings } from './scope.ts'
import { texts } from './texts.ts'
import style from './shaping.module.css'

interface BoxProps {
  label: string
  help?: string
  placeholder?: string
  around: Surroundings
  text: string
  onChange(text: string): void
  /** null: a condition. */
  expected: ExprType | null
  /** What the server found wrong with it. */
  refused?: readonly Fault[]
  rows?: number
}

/** An expression being written: read while it is typed, its faults underlined where they are, fields and functions offered. */
export function ExpressionBox({ label, help, placeholder, around, text, onChange, expected, refused, rows = 1 }: BoxProps) {
  const t = useText()
  const language = useLanguage()
  const id = useId()
  const input = useRef<HTMLTextAreaElement>(null)
  const offering = useOffers({ around, input, onChange })
  const reading: Reading | null = text.trim() === '' ? null : readExpression(text, expected, { around, t, language })
  const faults = reading?.faults ?? refused ?? []
  return (
    <div className={style.expression}>
      <label className="sd-label" htmlFor={id}>{label}</label>
      {help && <p className={style.help}>{help}</p>}
      <div className={style.box}>
        <Marks text={text} fault={faults[0]} />
        <textarea
          ref={input} id={id} className={style.input} rows={Math.max(rows, Math.min(12, text.split('\n').length))} value={text} spellCheck={false} autoComplete="off" placeholder={placeholder}
          aria-invalid={faults.length > 0} aria-describedby={`${id}-says`} role="combobox" aria-expanded={offering.open !== null} aria-controls={`${id}-offers`} aria-autocomplete="list"
          aria-activedescendant={offering.open === null ? undefined : `${id}-${offering.at}`}
          onChange={(event) => {
            onChange(event.currentTarget.value)
            offering.look(event.currentTarget.value, event.currentTarget.selectionStart)
          }}
          onKeyDown={(event) => offering.keys(event, text)} onBlur={offering.close} onClick={offering.close}
        />
        {offering.open !== null && <Offers id={id} offers={offering.open.offers} at={offering.at} onPick={(offer) => offering.pick(offer, text)} />}
      </div>
      <div id={`${id}-says`} className={style.says} role="status">
        {faults.length > 0 ? <span className={style.fault}>{faults[0]!.sentence}</span> : reading?.reads !== undefined ? <span className={style.sentence}>{t(texts.reads, { sentence: reading.reads })}</span> : <span className={style.help}>{t(texts.complete)}</span>}
      </div>
    </div>
  )
}

function useOffers({ around, input, onChange }: { around: Surroundings; input: React.RefObject<HTMLTextAreaElement | null>; onChange(text: string): void }) {
  const t = useText()
  const [open, setOpen] = useState<Completion | null>(null)
  const [at, setAt] = useState(0)
  const close = () => setOpen(null)
  function look(text: string, caret: number, asked = false) {
    const found = completionAt(text, caret, { around, t })
    setOpen(found !== null && (asked || found.from < found.to || text[caret - 1] === '.') ? found : null)
    setAt(0)
  }
  function pick(offer: Offer, text: string) {
    if (open === null) return
    const next = text.slice(0, open.from) + offer.word + text.slice(open.to)
    const caret = open.from + offer.word.length - (offer.back ?? 0)
    onChange(next)
    close()
    requestAnimationFrame(() => {
      input.current?.focus()
      input.current?.setSelectionRange(caret, caret)
    })
  }
  function keys(event: KeyboardEvent<HTMLTextAreaElement>, text: string) {
    if (event.key === ' ' && event.ctrlKey) look(text, event.currentTarget.selectionStart, true)
    else if (open === null) return
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setAt((at + (event.key === 'ArrowDown' ? 1 : open.offers.length - 1)) % open.offers.length)
    else if (event.key === 'Enter' || event.key === 'Tab') pick(open.offers[at]!, text)
    else if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    } else return
    event.preventDefault()
  }
  return { open, at, look, pick, keys, close }
}

/** The same text under the input, unseen but for the wavy line where the fault is. */
function Marks({ text, fault }: { text: string; fault: Fault | undefined }) {
  const end = fault === undefined ? 0 : fault.at + Math.max(1, fault.length)
  return <div className={style.marks} aria-hidden>{fault === undefined ? text : <>{text.slice(0, fault.at)}<mark>{text.slice(fault.at, end) || ' '}</mark>{text.slice(end)}</>}</div>
}

function Offers({ id, offers, at, onPick }: { id: string; offers: readonly Offer[]; at: number; onPick(offer: Offer): void }) {
  const t = useText()
  return (
    <ul className={style.offers} role="listbox" id={`${id}-offers`} aria-label={t(texts.offers)}>
      {offers.map((offer, index) => (
        <li
          key={offer.word} id={`${id}-${index}`} role="option" aria-selected={index === at} className={style.offer} ref={(item) => { if (index === at) item?.scrollIntoView({ block: 'nearest' }) }}
          onMouseDown={(event) => {
            event.preventDefault()
            onPick(offer)
          }}
        >
          <code className={style.word} data-kind={offer.kind}>{offer.word}</code>
          <span className={style.offerLabel}>{offer.label}</span>
          {offer.about && <span className={style.offerAbout}>{offer.about}</span>}
        </li>
      ))}
    </ul>
  )
}
