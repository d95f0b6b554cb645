import { Button, Menu, Tooltip } from '@mantine/core'
import { IconArrowRight, IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import type { Values } from '../../../../contract/definition.ts'
import type { AllowedMove, ObjectView, RecordRow } from '../../../../contract/records.ts'
import { fieldOf, type FieldView } from '../../api/metadata.ts'
import { isProblem, sentenceAt, type ProblemError } from '../../api/problem.ts'
import { useLanguage, useText } from '../../ui/language.ts'
import { FieldShow } from '../field/FieldShow.tsx'
import { MoveNeeds } from '../form/MoveNeeds.tsx'
import { asked, neededFields } from '../form/needed.ts'
import { machineOf } from '../form/states.ts'
import { saveFields } from '../form/saving.ts'
import { texts } from './texts.ts'
import style from './page.module.css'

/** So many moves stand as buttons where there is room; more of them open as a menu. */
const mostButtons = 3

/** Where the record stands, and where it may go from here. */
export function States({ object, record, narrow }: { object: ObjectView; record: RecordRow; narrow?: boolean }) {
  const fields = (object.states ?? []).flatMap(({ field }) => fieldOf(object, field) ?? [])
  if (fields.length === 0 || typeof record.deletedAt === 'string') return null
  return <div className={style.states}>{fields.map((field) => <State key={field.name} object={object} record={record} field={field} narrow={narrow} />)}</div>
}

function State({ object, record, field, narrow }: { object: ObjectView; record: RecordRow; field: FieldView; narrow?: boolean }) {
  const t = useText()
  const making = useMoving(object, record, field)
  const moves = (record.can?.moves ?? []).filter((move) => move.field === field.name)
  const value = record[field.name]
  const asButtons = !narrow && moves.length <= mostButtons
  return (
    <div className={style.state} role="group" aria-label={t(field.label)}>
      <span className={style.stateName}>{t(field.label)}</span>
      {value === null || value === undefined ? <span className={style.quiet}>{t(texts.none)}</span> : <FieldShow field={field} value={value} />}
      {asButtons ? moves.map((move) => <MoveButton key={move.key} move={move} busy={making.busy} onMove={making.begin} />) : moves.length > 0 && <MoveMenu moves={moves} busy={making.busy} onMove={making.begin} />}
      {making.refused !== null && <div className={style.refused} role="alert">{making.refused}</div>}
      {making.asking !== null && <MoveNeeds key={making.asking.problem?.problem.trace} title={t(making.asking.move.label)} record={{ ...record, ...making.asking.values }} needs={making.asking.needs} free={making.asking.free} problem={making.asking.problem} onDone={making.finish} />}
    </div>
  )
}

interface MoveProps {
  move: AllowedMove
  busy: boolean
  onMove(move: AllowedMove): void
}

/** What cannot be done as things are stays in sight and says why. */
function MoveButton({ move, busy, onMove }: MoveProps) {
  const t = useText()
  const why = move.reason
  const button = (
    <Button size="compact-sm" variant="default" data-disabled={why !== undefined || undefined} aria-disabled={why !== undefined || undefined} loading={busy} rightSection={<IconArrowRight className={style.small} aria-hidden />} onClick={why === undefined ? () => onMove(move) : undefined}>
      {t(move.label)}
    </Button>
  )
  return why === undefined ? button : <Tooltip label={why} multiline maw={280}>{button}</Tooltip>
}

function MoveMenu({ moves, busy, onMove }: { moves: readonly AllowedMove[]; busy: boolean; onMove(move: AllowedMove): void }) {
  const t = useText()
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="compact-sm" variant="default" loading={busy} rightSection={<IconChevronDown className={style.small} aria-hidden />}>{t(texts.moveOn)}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {moves.map((move) => (
          <Menu.Item key={move.key} data-disabled={move.reason !== undefined || undefined} aria-disabled={move.reason !== undefined || undefined} closeMenuOnClick={move.reason === undefined} onClick={move.reason === undefined ? () => onMove(move) : undefined}>
            {t(move.label)}
            {move.reason !== undefined && <div className={style.moveWhy}>{move.reason}</div>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

interface Asking {
  move: AllowedMove
  needs: readonly FieldView[]
  free: readonly string[]
  values: Values
  problem: ProblemError | null
}

/** A move that lacks something asks for just that; what the server then still asks for is asked for too; any other refusal is said here. */
function useMoving(object: ObjectView, record: RecordRow, field: FieldView) {
  const language = useLanguage()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  async function send(move: AllowedMove, more: Values): Promise<void> {
    const values = { [field.name]: move.to, ...more }
    setBusy(true)
    try {
      await saveFields(object, record, values)
      setAsking(null)
    } catch (error) {
      const needs = neededFields(object, error, { [field.name]: move.to })
      setAsking(needs.length > 0 && isProblem(error, 422) ? { move, needs, free: [], values: more, problem: error } : null)
      if (needs.length === 0) setRefused(sentenceAt(error, field.name, language))
    } finally {
      setBusy(false)
    }
  }
  function begin(move: AllowedMove): void {
    setRefused(null)
    const asks = machineOf(object, field.name)?.moves.find(({ key }) => key === move.key)?.asks
    const { needs, free } = asked(object, { required: move.missing, asks }, record)
    if (needs.length > 0) setAsking({ move, needs, free, values: {}, problem: null })
    else void send(move, {})
  }
  function finish(values: Values | null): void {
    if (values === null || asking === null) setAsking(null)
    else void send(asking.move, { ...asking.values, ...values })
  }
  return { busy, refused, asking, begin, finish }
}
