import { ActionIcon, Select, Tooltip } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { noticeWays } from '../../../contract/notices.ts'
import { useText } from '../../kernel/ui/language.ts'
import type { Choices, ShownKind } from './api.ts'
import { texts } from './texts.ts'
import { thresholdOf, thresholds, withThreshold, type Threshold } from './thresholds.ts'
import style from '../notices.module.css'

/** Kinds × ways; in each place from which priority on. `choices` are those that differ from `kinds`. */
export function Matrix({ kinds, choices, busy, onChange }: { kinds: readonly ShownKind[]; choices: Choices; busy: boolean; onChange(choices: Choices): void }) {
  const t = useText()
  const data = thresholds.map((value) => ({ value, label: t(texts[value]) }))
  return (
    <table className={style.matrix}>
      <thead>
        <tr>
          <th scope="col">{t(texts.kind)}</th>
          {noticeWays.map((way) => <th key={way} scope="col">{t(texts[way])}</th>)}
          <th aria-label={t(texts.back)} />
        </tr>
      </thead>
      <tbody>
        {kinds.map(({ name, label, ways: first }) => {
          const ways = choices[name] ?? first
          const isChanged = choices[name] !== undefined
          return (
            <tr key={name}>
              <th scope="row">{label}{isChanged && <span className={style.changed}>{t(texts.changed)}</span>}</th>
              {noticeWays.map((way) => (
                <td key={way} data-label={t(texts[way])}>
                  <Select
                    aria-label={t(texts.cell, { kind: label, way: t(texts[way]) })} data={data} allowDeselect={false} disabled={busy} size="xs" value={thresholdOf(ways, way)}
                    onChange={(from) => from !== null && onChange({ ...choices, [name]: withThreshold(ways, way, from as Threshold) })}
                  />
                </td>
              ))}
              <td>
                {isChanged && (
                  <Tooltip label={t(texts.back)}>
                    <ActionIcon aria-label={`${t(texts.back)}: ${label}`} disabled={busy} onClick={() => onChange(Object.fromEntries(Object.entries(choices).filter(([kind]) => kind !== name)))}><IconArrowBackUp size={16} stroke={1.6} /></ActionIcon>
                  </Tooltip>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
