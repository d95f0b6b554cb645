import { useId } from 'react'
import { CloseButton, Input, VisuallyHidden } from '@mantine/core'
import type { FieldEditProps, FieldShowProps, FieldWeb } from '../web.ts'
import { useSay } from '../web.ts'
import { words } from '../web-texts.ts'
import { TypedFilter } from '../typed.tsx'
import { usualStars } from './field.ts'
import styles from '../fields.module.css'

/** Stars for those who see them, words for those who listen; both say out of how many. */
function Show({ value, field }: FieldShowProps<'rating'>) {
  const say = useSay()
  if (value === null) return null
  const stars = field.stars ?? usualStars
  const text = say(words.starsOf, { value, stars })
  return (
    <span className={styles.stars} title={text}>
      <span aria-hidden>{'★'.repeat(Number(value))}<span className={styles.noStars}>{'☆'.repeat(Math.max(0, stars - Number(value)))}</span></span>
      <VisuallyHidden>{text}</VisuallyHidden>
    </span>
  )
}

/** One choice among stars, by arrows as well as by pointing. */
function Edit({ value, field, onChange, onCommit, onCancel, frame, autoFocus, disabled }: FieldEditProps<'rating'>) {
  const say = useSay()
  const group = useId()
  const stars = field.stars ?? usualStars
  const { size: _, 'aria-label': named, 'aria-required': required, 'data-autofocus': focused, ...wrapper } = frame
  const mayClear = value !== null && !field.required && !disabled
  const keys = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' && onCancel) onCommit?.()
    if ((event.key === 'Delete' || event.key === 'Backspace') && mayClear) onChange(null)
    if (event.key !== 'Escape' || !onCancel) return
    event.stopPropagation()
    onCancel()
  }
  return (
    <Input.Wrapper {...wrapper} labelElement="div">
      <div className={styles.rate} role="radiogroup" aria-label={named ?? say(field.label)} aria-required={required} onKeyDown={keys} onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onCommit?.()}>
        {Array.from({ length: stars }, (_unused, place) => String(place + 1)).map((star) => (
          <label key={star} className={styles.star} data-full={Number(star) <= Number(value ?? 0) || undefined}>
            <input type="radio" name={group} value={star} checked={value === star} disabled={disabled} autoFocus={autoFocus && star === (value ?? '1')} data-autofocus={star === (value ?? '1') ? focused : undefined}
              aria-label={say(words.starsOf, { value: star, stars })} onChange={() => onChange(star)} />
            <span aria-hidden>{Number(star) <= Number(value ?? 0) ? '★' : '☆'}</span>
          </label>
        ))}
        {mayClear && <CloseButton size="sm" aria-label={say(words.clear)} onClick={() => onChange(null)} />}
      </div>
    </Input.Wrapper>
  )
}

export const web: FieldWeb<'rating'> = { Show, Edit, Filter: TypedFilter, composite: true }
