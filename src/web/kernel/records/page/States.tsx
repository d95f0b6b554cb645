import { Button, Menu, Tooltip } from '@mantine/core'
import { IconArrowRight, IconChevronDown } from '@tabler/icons-react'
import type { AllowedMove, ObjectView, RecordRow } from '../../../../contract/records.ts'
import { fieldOf, type FieldView } from '../../api/metadata.ts'
import { useText } from '../../ui/language.ts'
import { FieldShow } from '../field/FieldShow.tsx'
import { asked } from '../form/needed.ts'
import { machineOf } from '../form/states.ts'
import { useAskingSave } from '../form/useAskingSave.tsx'
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
      {making.form}
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

function useMoving(object: ObjectView, record: RecordRow, field: FieldView) {
  const t = useText()
  const { save, ...rest } = useAskingSave(object, record)
  function begin(move: AllowedMove): void {
    const asks = machineOf(object, field.name)?.moves.find(({ key }) => key === move.key)?.asks
    save({ [field.name]: move.to }, { title: t(move.label), ...asked(object, { required: move.missing, asks }, record) })
  }
  return { ...rest, begin }
}
