import { Input, Rating, VisuallyHidden } from '@mantine/core'
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
      <span aria-hidden>{'★'.repeat(Number(value))}<span className={styles.noStars}>{'★'.repeat(Math.max(0, stars - Number(value)))}</span></span>
      <VisuallyHidden>{text}</VisuallyHidden>
    </span>
  )
}

/** One choice among stars, by arrows as well as by pointing; the star that is chosen already takes the rating away. */
function Edit({ value, field, onChange, onCommit, onCancel, frame, autoFocus, disabled }: FieldEditProps<'rating'>) {
  const say = useSay()
  const stars = field.stars ?? usualStars
  const { size: _, 'aria-label': named, 'aria-required': __, 'data-autofocus': ___, ...wrapper } = frame
  return (
    <Input.Wrapper {...wrapper} labelElement="div">
      <Rating
        role="radiogroup"
        aria-label={named ?? say(field.label)}
        count={stars}
        value={Number(value ?? 0)}
        readOnly={disabled}
        allowClear={!field.required}
        color="var(--amber)"
        autoFocus={autoFocus}
        getSymbolLabel={(star) => (star === 0 ? say(words.none) : say(words.starsOf, { value: star, stars }))}
        onChange={(star) => onChange(star === 0 ? null : String(star))}
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onCommit?.()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && onCancel) onCommit?.()
          if ((event.key === 'Delete' || event.key === 'Backspace') && !disabled && !field.required) onChange(null)
          if (event.key !== 'Escape' || !onCancel) return
          event.stopPropagation()
          onCancel()
        }}
      />
    </Input.Wrapper>
  )
}

export const web: FieldWeb<'rating'> = { Show, Edit, Filter: TypedFilter, composite: true }
