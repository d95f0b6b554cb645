import { useQuery } from '@tanstack/react-query'
import type { MetadataAnswer } from '../../../contract/records.ts'
import { Face } from '../../../fields/face.tsx'
import { keys } from '../../kernel/api/client.ts'
import { fieldOf, objectOf, useMetadata } from '../../kernel/api/metadata.ts'
import { request } from '../../kernel/api/request.ts'
import { fullMoment } from '../../kernel/records/time.ts'
import { EmptyFace, RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useManner, useText, type Teller } from '../../kernel/ui/language.ts'
import { accessOf, grantsAt, isWithheld, type FieldAccess, type Withheld } from './draft.ts'
import { cellText } from './comparison.ts'
import { placesChanged, type PastChange, type Place } from './pastRights.ts'
import { massTexts, texts, verbTexts } from './texts.ts'
import style from './roles.module.css'

/** Who gave or took what, and when: the newest first. */
export function RoleHistory({ role }: { role: string }) {
  const t = useText()
  const history = useQuery({ queryKey: [...keys.history('role', role), 'rights'], queryFn: ({ signal }) => request<{ entries: PastChange[] }>('GET', `/api/roles/${role}/grants/history`, { signal }) })
  if (history.isError) return <RefusedFace error={history.error} onRetry={() => void history.refetch()} />
  if (history.data === undefined) return <Waiting lines={4} />
  const { entries } = history.data
  if (entries.length === 0) return <EmptyFace title={t(texts.noPast)} />
  return <ol className={style.past}>{entries.map((entry) => <Entry key={entry.id} entry={entry} />)}</ol>
}

function Entry({ entry }: { entry: PastChange }) {
  const t = useText()
  const manner = useManner()
  const metadata = useMetadata()
  const { before, after } = entry
  const who = entry.by?.name ?? 'Sedno'
  return (
    <li className={style.pastEntry}>
      <Face name={who} />
      <div className={style.pastBody}>
        <div><strong>{who}</strong> <time className={style.hint} dateTime={entry.at}>{fullMoment(entry.at, manner)}</time></div>
        <ul className={style.pastChanges}>
          {placesChanged({ before, after }).map((place) => (
            <li key={`${place.kind} ${place.object} ${place.name}`}>{t(texts.pastChange, { what: whatOf(metadata, place, t), from: saidAt(before, place, t), to: saidAt(after, place, t) })}</li>
          ))}
        </ul>
      </div>
    </li>
  )
}

/** 'Firmy, oglądanie' · 'Firmy, pole Obrót roczny' · 'Import' */
function whatOf(metadata: MetadataAnswer, { kind, object: name, name: what }: Place, t: Teller): string {
  const object = objectOf(metadata, name)
  const plural = object === null ? name : t(object.plural)
  if (kind === 'grant') return t(texts.cell, { object: plural, verb: t(verbTexts[what as keyof typeof verbTexts] ?? { pl: what, en: what }).toLocaleLowerCase() })
  if (kind === 'field') return t(texts.pastField, { object: plural, field: t((object === null ? null : fieldOf(object, what))?.label ?? { pl: what, en: what }) })
  if (kind === 'function') return functionName(metadata, what, t)
  const [sort, which = ''] = what.split(' ')
  if (sort === 'screen') return t(texts.pastScreen, { address: which })
  const action = object?.actions?.find((one) => one.name === which)
  return t(texts.cell, { object: plural, verb: sort === 'mass' ? t(massTexts[which as keyof typeof massTexts]).toLocaleLowerCase() : action === undefined ? which : t(action.label) })
}

function functionName(metadata: MetadataAnswer, name: string, t: Teller): string {
  const role = objectOf(metadata, 'role')
  const field = role === null ? null : fieldOf(role, 'functions')
  const choice = field !== null && field.type === 'choices' ? field.choices.find((one) => one.value === name) : undefined
  return choice === undefined ? name : t(choice.label)
}

const accesses: Record<FieldAccess, keyof typeof texts> = { none: 'fieldNone', read: 'fieldRead', write: 'fieldWrite' }

function saidAt(rights: PastChange['before'], { kind, object, name }: Place, t: Teller): string {
  if (kind === 'grant') return cellText(grantsAt(rights, object, name as keyof typeof verbTexts), t)
  if (kind === 'field') return t(texts[accesses[accessOf(rights, object, name)]])
  if (kind === 'function') return t(rights.functions.includes(name) ? texts.yes : texts.no)
  const [sort, which = ''] = name.split(' ')
  return t(isWithheld(rights, sort as Withheld['kind'], object, which) ? texts.no : texts.yes)
}
