import { ActionIcon, Checkbox, Tooltip } from '@mantine/core'
import { IconCircle, IconCircleCheckFilled, IconLock, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Values } from '../../../contract/definition.ts'
import type { ObjectView } from '../../../contract/records.ts'
import type { Check } from '../../../server/orders/contract.ts'
import { sentence } from '../../kernel/api/problem.ts'
import { changeRecord } from '../../kernel/api/records.ts'
import { fullMoment } from '../../kernel/records/time.ts'
import { removeWithUndo } from '../../kernel/records/page/acts.ts'
import { useLanguage, useManner, useText } from '../../kernel/ui/language.ts'
import { checklistChanged } from '../asking.ts'
import { AnswerInput } from './AnswerInput.tsx'
import style from './checklist.module.css'
import { texts } from './texts.ts'

/** One agreement: what it is, the answer where it stands, who settled it and when. */
export function CheckLine({ object, check }: { object: ObjectView; check: Check }) {
  const t = useText()
  const language = useLanguage()
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [ticked, setTicked] = useState<boolean | null>(null)
  async function save(values: Values): Promise<void> {
    setBusy(true)
    setRefused(null)
    setTicked(typeof values['done'] === 'boolean' ? values['done'] : null)
    await changeRecord('orderCheck', check.id, check.version, values).catch((error: unknown) => setRefused(sentence(error, language)))
    await checklistChanged()
    setTicked(null)
    setBusy(false)
  }
  const isTick = check.kind === 'tick'
  const may = check.whyNot === null
  return (
    <li className={style.check} data-done={check.done || undefined} data-required={check.required || undefined}>
      {isTick
        ? <Checkbox className={style.mark} checked={ticked ?? check.done} disabled={!may} aria-label={t(texts.settle, { title: check.title })} onChange={(event) => !busy && void save({ done: event.currentTarget.checked })} />
        : <span className={style.mark} aria-hidden>{check.done ? <IconCircleCheckFilled size={20} className={style.done} /> : <IconCircle size={20} stroke={1.5} className={style.open} />}</span>}
      <div className={style.about}>
        <p className={style.title}>{check.title} {check.required && <span className={style.required}>{t(texts.required)}</span>}</p>
        {!isTick && <AnswerInput object={object} check={check} disabled={!may || busy} onSave={(values) => void save(values)} />}
        {refused !== null && <p className={style.refused} role="alert">{refused}</p>}
        <Facts check={check} />
      </div>
      <Acts object={object} check={check} />
    </li>
  )
}

function Facts({ check: { settledBy, settledAt, done, roles } }: { check: Check }) {
  const t = useText()
  const manner = useManner()
  const when = settledAt === null ? '' : fullMoment(settledAt, manner)
  const said = done && settledAt !== null ? (settledBy === null ? t(texts.settledAt, { when }) : t(texts.settledBy, { who: settledBy.name, when })) : null
  const who = roles.length > 0 && !done ? t(texts.roles, { roles: roles.map(({ name }) => name).join(', ') }) : null
  return said === null && who === null ? null : <p className={style.facts}>{said ?? who}</p>
}

function Acts({ object, check }: { object: ObjectView; check: Check }) {
  const t = useText()
  if (check.whyNot !== null) return <Tooltip label={check.whyNot} multiline maw={300}><span className={style.lock} role="img" aria-label={check.whyNot} tabIndex={0}><IconLock size={16} stroke={1.6} aria-hidden /></span></Tooltip>
  if (check.isFromList || !object.can.delete) return <span className={style.lock} />
  return (
    <ActionIcon size="sm" aria-label={t(texts.remove, { title: check.title })} onClick={() => void removeWithUndo('orderCheck', check.id, t(texts.removed, { title: check.title })).then(checklistChanged)}>
      <IconTrash size={16} stroke={1.6} />
    </ActionIcon>
  )
}
