import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { whyStandsOut, type StandsOut } from '../../../../contract/standsOut.ts'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { Tag } from '../../../../fields/tag.tsx'
import { fieldOf, useObject } from '../../api/metadata.ts'
import { useText } from '../../ui/language.ts'
import style from './field.module.css'

export interface Standing {
  object: ObjectView
  /** `at` null: none of the fields shown says it, so the record's name does. */
  why: Omit<StandsOut, 'at'> & { at: string | null }
}

/** Why this record stands out, and which of the fields shown is marked. */
export function useStanding(name: string, row: RecordRow, shown: readonly { path: string }[]): Standing | null {
  const object = useObject(name)
  const why = object === null ? null : whyStandsOut(object, row)
  return object === null || why === null ? null : { object, why: { ...why, at: shown.find(({ path }) => path === why.at)?.path ?? null } }
}

interface StandOutProps extends Standing {
  /** The value that is marked. */
  children?: ReactNode
  /** Only a sign beside the value, where its column leaves no room for words. */
  brief?: boolean
}

/** A sign and words in the colour of the reason: the colour is never alone. */
export function StandOut({ object, why, children, brief }: StandOutProps) {
  const t = useText()
  const label = fieldOf(object, why.when)?.label
  if (label === undefined) return children
  const words = t(label)
  const sign = <IconAlertTriangle className={style.sign} aria-hidden />
  if (brief) return <span className={style.brief} data-color={why.color} title={words}>{sign}<span className="sd-unseen">{words}: </span><span className={style.marked}>{children}</span></span>
  return <Tag color={why.color} title={words}>{sign}{children === undefined ? words : <>{words}: <span className={style.marked}>{children}</span></>}</Tag>
}
