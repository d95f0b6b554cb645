import { ActionIcon, Badge, Tooltip } from '@mantine/core'
import { IconUserMinus } from '@tabler/icons-react'
import { useState } from 'react'
import type { LinkValue, RecordRow } from '../../../contract/records.ts'
import { Face } from '../../../fields/face.tsx'
import { RecordPicker } from '../../../fields/picker.tsx'
import { useObject } from '../../kernel/api/metadata.ts'
import { changeRecord, readRecord, useList, type ListRequest } from '../../kernel/api/records.ts'
import { EmptyFace, RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { Go } from '../../kernel/ui/Go.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { toRecord } from '../../kernel/ui/links.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { texts } from './texts.ts'
import style from './roles.module.css'

export const holdersRequest = (role: string): ListRequest => ({ columns: ['name', 'position', 'active', 'picture'], where: `roles has '${role}'`, order: 'name', limit: 200, count: true })

/** Reads the person's roles afresh and writes them with this one given or taken. False: it was so already. */
async function setHeld(person: string, role: string, held: boolean): Promise<boolean> {
  const row = await readRecord('user', person, ['roles'])
  const roles = ((row.roles ?? []) as LinkValue[]).map((one) => one.id)
  if (roles.includes(role) === held) return false
  await changeRecord('user', person, row.version, { roles: held ? [...roles, role] : roles.filter((id) => id !== role) })
  return true
}

/** People with this role; more are given it here, or lose it. */
export function Holders({ role }: { role: LinkValue }) {
  const t = useText()
  const users = useObject('user')
  const list = useList('user', holdersRequest(role.id))
  const mayGive = users?.can.change === true
  if (list.isError) return <RefusedFace error={list.error} onRetry={() => void list.refetch()} />
  if (list.isPending) return <Waiting lines={3} />
  return (
    <>
      {mayGive && <GiveTo role={role} />}
      {list.data.rows.length === 0 ? <EmptyFace title={t(texts.noHolders)} /> : (
        <ul className={style.holders}>{list.data.rows.map((row) => <Holder key={row.id} row={row} role={role} mayTake={mayGive} />)}</ul>
      )}
    </>
  )
}

function GiveTo({ role }: { role: LinkValue }) {
  const t = useText()
  const [chosen, setChosen] = useState<LinkValue | null>(null)
  const give = useAct(async (person: LinkValue) => {
    const isNew = await setHeld(person.id, role.id, true)
    told(t(isNew ? texts.given : texts.already, { name: person.name }), isNew ? { undo: () => setHeld(person.id, role.id, false) } : {})
    setChosen(null)
  }, (error) => {
    setChosen(null)
    refused(error)
  })
  const pick = (person: LinkValue | null) => {
    setChosen(person)
    if (person !== null) void give.run(person)
  }
  return <div className={style.give}><RecordPicker target="user" value={chosen} onChange={pick} frame={{ label: t(texts.addHolder) }} mayCreate={false} disabled={give.busy} /></div>
}

function Holder({ row, role, mayTake }: { row: RecordRow; role: LinkValue; mayTake: boolean }) {
  const t = useText()
  const name = String(row.name)
  const take = useAct(async () => {
    await setHeld(row.id, role.id, false)
    told(t(texts.taken, { name }), { undo: () => setHeld(row.id, role.id, true) })
  }, refused)
  return (
    <li className={style.holder}>
      <Face name={name} />
      <span className={style.holderBody}>
        <Go className={style.holderName} href={toRecord('user', row.id)}>{name}</Go>
        {row.active !== true && <Badge color="gray" variant="light">{t(texts.inactive)}</Badge>}
        {typeof row.position === 'string' && <span className={style.hint}>{row.position}</span>}
      </span>
      {mayTake && (
        <Tooltip label={t(texts.takeAway, { name })}>
          <ActionIcon aria-label={t(texts.takeAway, { name })} loading={take.busy} onClick={() => void take.run()}><IconUserMinus size={16} stroke={1.6} /></ActionIcon>
        </Tooltip>
      )}
    </li>
  )
}
