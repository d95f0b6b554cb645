import { useQuery } from '@tanstack/react-query'
import type { FieldDefinition, ObjectDefinition } from '../../../contract/definition.ts'
import { uses } from '../../../server/configuration/contract.ts'
import { call } from '../../kernel/api/request.ts'
import type { Configuration } from '../../kernel/shaping/configuration.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { Go } from '../../kernel/ui/Go.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { Section } from '../../kernel/ui/Page.tsx'
import { toLayoutsOf } from '../links.ts'
import { placeWords } from '../parts/places.ts'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

/** What would be refused if the field were removed, and where it would merely no longer be seen. */
export function WhereUsed({ configuration, object, field }: { configuration: Configuration; object: ObjectDefinition; field: FieldDefinition }) {
  const t = useText()
  const { data, error, refetch } = useQuery({ queryKey: ['configuration-uses', configuration.version, field.id], queryFn: ({ signal }) => call(uses, { query: { object: object.name, field: field.name } }, signal) })
  const places = (title: string, all: readonly string[]) => {
    const words = [...new Set(all.map((place) => placeWords(configuration, place, t)))]
    return words.length > 0 && <div><span className="sd-label">{title}</span><ul className={style.uses}>{words.map((word) => <li key={word}>{word}</li>)}</ul></div>
  }
  return (
    <Section title={t(texts.whereUsed)} about={t(texts.whereUsedAbout)}>
      {error !== null && <RefusedFace error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting lines={2} />}
      {data !== undefined && (
        <>
          {data.needed.length + data.shown.length === 0 && <p className={style.fact}>{t(texts.usedNowhere)}</p>}
          {places(t(texts.neededIn), data.needed)}
          {places(t(texts.shownOn), data.shown)}
          <Go className="sd-link" href={toLayoutsOf(object.id)}>{t(texts.openLayouts)}</Go>
        </>
      )}
    </Section>
  )
}
