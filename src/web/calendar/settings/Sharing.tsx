import { ActionIcon, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { LinkValue } from '../../../contract/records.ts'
import type { Text } from '../../../contract/text.ts'
import { RecordPicker } from '../../../fields/picker.tsx'
import { changeRecord, createRecord, putRecord, removeRecord } from '../../kernel/api/records.ts'
import { useText } from '../../kernel/ui/language.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { sharesChanged, type Shares } from './asking.ts'
import style from './settings.module.css'
import { texts } from './texts.ts'

type Share = Shares['given'][number]

const levels: Readonly<Record<string, Text>> = { busy: texts.levelBusy, see: texts.levelSee, edit: texts.levelEdit }
export const levelOf = (level: string): Text => levels[level] ?? texts.levelBusy

/** Who may look into one's own calendar, and how far. */
export function Sharing({ given }: Pick<Shares, 'given'>) {
  const t = useText()
  const add = useAct(async ({ id, name }: LinkValue) => {
    await createRecord('calendarShare', { person: id, level: 'see' })
    told(t(texts.shared, { name }))
    await sharesChanged()
  }, refused)
  return (
    <>
      {given.length === 0 ? <p className={style.quiet}>{t(texts.nobodyGiven)}</p> : <ul className={style.list}>{given.map((share) => <Given key={share.id} share={share} />)}</ul>}
      <RecordPicker target="user" frame={{ label: t(texts.addPerson) }} value={null} disabled={add.busy} mayCreate={false} onChange={(person) => person !== null && void add.run(person)} />
    </>
  )
}

function Given({ share: { id, version, person, level } }: { share: Share }) {
  const t = useText()
  const { name } = person
  const change = useAct(async (next: string) => {
    await changeRecord('calendarShare', id, version, { level: next })
    told(t(texts.shared, { name }))
    await sharesChanged()
  }, refused)
  const stop = useAct(async () => {
    await removeRecord('calendarShare', id)
    told(t(texts.unshared, { name }), { undo: () => putRecord('calendarShare', id, 'restore').then(sharesChanged) })
    await sharesChanged()
  }, refused)
  return (
    <li className={style.item}>
      <span className={style.name}>{name}</span>
      <Select size="xs" w={190} aria-label={t(texts.level, { name })} allowDeselect={false} disabled={change.busy} value={level} data={Object.entries(levels).map(([value, label]) => ({ value, label: t(label) }))} onChange={(next) => next !== null && next !== level && void change.run(next)} />
      <ActionIcon variant="subtle" color="gray" aria-label={t(texts.stopSharing, { name })} loading={stop.busy} onClick={() => void stop.run()}><IconX size={15} /></ActionIcon>
    </li>
  )
}
