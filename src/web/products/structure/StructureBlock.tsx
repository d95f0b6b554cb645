import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { ObjectView, RecordRow } from '../../../contract/records.ts'
import { useText } from '../../kernel/ui/language.ts'
import { Components } from './Components.tsx'
import { Configuring } from './Configuring.tsx'
import style from '../products.module.css'
import { texts } from '../texts.ts'

/** What a structure consists of, and how it is configured. */
export function StructureBlock({ record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const [shown, setShown] = useState<'components' | 'configure'>('components')
  return (
    <div className={style.block}>
      <SegmentedControl size="xs" className={style.switch} value={shown} onChange={(value) => setShown(value as typeof shown)} data={[{ value: 'components', label: t(texts.components) }, { value: 'configure', label: t(texts.configure) }]} />
      {shown === 'components' ? <Components whole={record} /> : <Configuring key={record.id} product={record.id} />}
    </div>
  )
}
