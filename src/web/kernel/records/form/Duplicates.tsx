import { Alert, Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconUserSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Values } from '../../../../contract/definition.ts'
import type { LinkValue, ObjectView } from '../../../../contract/records.ts'
import { request } from '../../api/request.ts'
import { fieldOf, useMetadata, resolvePath } from '../../api/metadata.ts'
import { Go } from '../../ui/Go.tsx'
import { useText } from '../../ui/language.ts'
import { toRecord } from '../../ui/links.ts'
import { sent } from './saving.ts'
import { texts } from './texts.ts'
import style from './form.module.css'

export interface Match extends LinkValue {
  /** Paths on which it agrees: ['nip'], ['name', 'addresses.city']. */
  by?: readonly string[]
}

/** Records like the one being typed, asked for a moment after the typing rests. */
export function useDuplicates(object: ObjectView, values: Values, enabled: boolean): Match[] {
  const compared = new Set((object.duplicateKeys ?? []).flat().map((path) => path.split('.')[0]!))
  const typed = sent(object, Object.fromEntries(Object.entries(values).filter(([name, value]) => compared.has(name) && value !== null && fieldOf(object, name)?.access === 'write' || name === object.nameField && value)))
  const [settled] = useDebouncedValue(JSON.stringify(typed), 350)
  const query = useQuery({
    queryKey: ['duplicates', object.name, settled],
    queryFn: ({ signal }) => request<{ matches: Match[] }>('POST', `/api/records/${object.name}/duplicates`, { body: { values: JSON.parse(settled) as Values }, signal }),
    enabled: enabled && compared.size > 0 && Object.values(typed).some((value) => value !== null),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })
  return query.data?.matches ?? []
}

/** Says so quietly, before anything is saved twice. */
export function Duplicates({ object, matches, onUse }: { object: ObjectView; matches: readonly Match[]; onUse?(match: Match): void }) {
  const t = useText()
  const metadata = useMetadata()
  if (matches.length === 0) return null
  const labels = (paths: readonly string[]) => [...new Set(paths.map((path) => resolvePath(metadata, object.name, path)?.fields[0]?.field.label).filter((label) => label !== undefined).map((label) => t(label)))].join(', ')
  return (
    <Alert color="amber" className={style.similar} p="sm" icon={<IconUserSearch className={style.icon} />} title={t(texts.similar, { count: matches.length })} role="status">
      <ul className={style.matches}>
        {matches.slice(0, 5).map((match) => (
          <li key={match.id} className={style.match}>
            <Go className={style.matchName} href={toRecord(object.name, match.id)} target="_blank">{match.name}</Go>
            <span className={style.quiet}>{match.by && match.by.length > 0 && t(texts.sameBecause, { fields: labels(match.by) })}</span>
            {onUse && <Button size="compact-sm" variant="subtle" onClick={() => onUse(match)}>{t(texts.useIt)}</Button>}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
