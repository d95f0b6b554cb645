import { NativeSelect } from '@mantine/core'
import { Fragment } from 'react'
import type { AccessKind } from '../../../contract/definition.ts'
import { useList } from '../../kernel/api/records.ts'
import { useSession } from '../../kernel/api/session.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { levels, levelsFor, type LevelName } from './grants.ts'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

type Given = Readonly<Record<string, LevelName>>

/** Which roles get the new object at once, and how much of it. */
export function RoleGrants({ access, given, onChange }: { access: AccessKind['kind']; given: Given; onChange(given: Given): void }) {
  const t = useText()
  const { administrator } = useSession()
  const roles = useList('role', { columns: ['name', 'isAdministrator'], order: 'name', limit: 200 }, { enabled: administrator })
  if (!administrator) return <p className={style.fact}>{t(texts.onlyAdministrators)}</p>
  if (roles.isError) return <RefusedFace error={roles.error} onRetry={() => void roles.refetch()} />
  if (roles.isPending) return <Waiting lines={4} />
  const shown = roles.data.rows.filter((role) => role.isAdministrator !== true)
  if (shown.length === 0) return <p className={style.fact}>{t(texts.noRoles)}</p>
  const offered = levelsFor(access).map((level) => ({ value: level, label: t(levels[level].label) }))
  return (
    <div className={style.roles}>
      {shown.map((role) => (
        <Fragment key={role.id}>
          <label htmlFor={`role-${role.id}`}>{String(role.name)}</label>
          <NativeSelect id={`role-${role.id}`} data={offered} value={offered.some(({ value }) => value === given[role.id]) ? given[role.id] : 'none'} onChange={(event) => onChange({ ...given, [role.id]: event.currentTarget.value as LevelName })} />
        </Fragment>
      ))}
    </div>
  )
}
