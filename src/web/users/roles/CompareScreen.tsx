import { Select, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { IconArrowsDiff } from '@tabler/icons-react'
import { useState } from 'react'
import { useMetadata } from '../../kernel/api/metadata.ts'
import { usePlaces } from '../../kernel/shell/places.ts'
import { EmptyFace, RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { Go } from '../../kernel/ui/Go.tsx'
import { useGo } from '../../kernel/ui/go.ts'
import { useText } from '../../kernel/ui/language.ts'
import { toCompare, toRole } from '../links.ts'
import { Page } from '../../kernel/ui/Page.tsx'
import { comparisonOf, type ComparedGroup } from './comparison.ts'
import { texts } from './texts.ts'
import { matrixQuery, type Matrix } from './useRole.ts'
import style from './roles.module.css'

/** Two roles side by side. Which two stands in the address. */
export function CompareScreen() {
  const t = useText()
  const go = useGo()
  const matrix = useQuery(matrixQuery)
  const { one = '', other = '' } = useSearch({ strict: false }) as { one?: string; other?: string }
  const choices = (matrix.data?.roles ?? []).map((role) => ({ value: role.id, label: role.name }))
  const pick = (first: string, second: string) => go(toCompare(first, second), { replace: true })
  return (
    <Page wide title={t(texts.compareTitle)} lead={t(texts.compareLead)}>
      {matrix.isError && <RefusedFace error={matrix.error} onRetry={() => void matrix.refetch()} />}
      {matrix.isPending && <Waiting lines={8} />}
      {matrix.data && (
        <>
          <div className={style.pair}>
            <Select label={t(texts.first)} data={choices} value={one || null} onChange={(value) => pick(value ?? '', other)} searchable allowDeselect={false} />
            <Select label={t(texts.second)} data={choices.filter((choice) => choice.value !== one)} value={other || null} onChange={(value) => pick(one, value ?? '')} searchable allowDeselect={false} />
          </div>
          <Compared matrix={matrix.data} one={one} other={other} />
        </>
      )}
    </Page>
  )
}

function Compared({ matrix, one, other }: { matrix: Matrix; one: string; other: string }) {
  const t = useText()
  const metadata = useMetadata()
  const screens = usePlaces()
  const [onlyDifferent, setOnlyDifferent] = useState(true)
  const [first, second] = [matrix.roles.find((role) => role.id === one), matrix.roles.find((role) => role.id === other)]
  if (first === undefined || second === undefined) return <EmptyFace icon={<IconArrowsDiff size={28} stroke={1.5} aria-hidden />} title={t(texts.chooseTwo)}>{t(texts.chooseTwoText)}</EmptyFace>
  const groups = comparisonOf({ metadata, screens, t }, first, second)
  const count = groups.flatMap((group) => group.lines).filter((line) => line.differs).length
  const shown = groups.map((group) => ({ ...group, lines: group.lines.filter((line) => line.differs || !onlyDifferent) })).filter((group) => group.lines.length > 0)
  return (
    <>
      <div className={style.compareBar}>
        <strong role="status">{t(texts.differences, { count })}</strong>
        <Switch label={t(texts.onlyDifferent)} checked={onlyDifferent} onChange={(event) => setOnlyDifferent(event.currentTarget.checked)} />
      </div>
      {shown.length === 0 ? <EmptyFace title={t(texts.noDifference)} /> : (
        <div className={style.scroll} tabIndex={0} role="region" aria-label={t(texts.compareTitle)}>
          <table className={style.compared}>
            <thead><tr><th scope="col">{t(texts.what)}</th>{[first, second].map((role) => <th key={role.id} scope="col"><Go className="sd-link" href={toRole(role.id)}>{role.name}</Go></th>)}</tr></thead>
            {shown.map((group) => <Group key={group.key} group={group} />)}
          </table>
        </div>
      )}
    </>
  )
}

function Group({ group }: { group: ComparedGroup }) {
  const t = useText()
  return (
    <tbody>
      <tr><th colSpan={3} scope="rowgroup" className={style.group}>{group.label}</th></tr>
      {group.lines.map((line) => (
        <tr key={line.key} data-differs={line.differs || undefined}>
          <th scope="row">{line.differs && <span className={style.differs}><span aria-hidden>≠</span><span className="sd-unseen">{t(texts.differs)}: </span></span>}{line.label}</th>
          <td>{line.one}</td>
          <td>{line.other}</td>
        </tr>
      ))}
    </tbody>
  )
}
