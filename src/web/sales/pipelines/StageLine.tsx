import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconDots, IconExternalLink, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Color } from '../../../contract/definition.ts'
import type { ObjectView, RecordRow } from '../../../contract/records.ts'
import { Tag } from '../../../fields/tag.tsx'
import { fieldOf } from '../../kernel/api/metadata.ts'
import { FieldRow } from '../../kernel/records/page/FieldRow.tsx'
import { removeWithUndo } from '../../kernel/records/page/acts.ts'
import { nameOf } from '../../kernel/records/name.ts'
import { useGo } from '../../kernel/ui/go.ts'
import { useText } from '../../kernel/ui/language.ts'
import { toRecord } from '../../kernel/ui/links.ts'
import style from './pipelines.module.css'
import { StageActivities } from './StageActivities.tsx'
import { texts } from './texts.ts'

const first = ['name', 'probability', 'days', 'category']
const more = ['enterWhen', 'enterNot', 'color', 'description']

/** One stage: what one sets most stands in the line, the rest unfolds. Each value is changed where it stands. */
export function StageLine({ stage, record }: { stage: ObjectView; record: RecordRow }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const name = nameOf(stage, record)
  return (
    <div className={style.stage}>
      <div className={style.stageHead}>
        <Tag color={(record['color'] as Color | null) ?? 'grey'}>{name}</Tag>
        {typeof record['enterWhen'] === 'string' && <span className={style.quiet}>{t(texts.hasCondition)}</span>}
        <Button size="compact-sm" variant="subtle" aria-expanded={open} ml="auto" rightSection={open ? <IconChevronUp size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />} aria-label={`${t(texts.settings)}: ${name}`} onClick={() => setOpen(!open)}>
          {t(open ? texts.hide : texts.settings)}
        </Button>
        <Acts stage={stage} record={record} name={name} />
      </div>
      <dl className={style.values}><Values stage={stage} record={record} names={first} /></dl>
      {open && (
        <>
          <dl className={style.more}><Values stage={stage} record={record} names={more} /></dl>
          <StageActivities stage={record} name={name} />
        </>
      )}
    </div>
  )
}

function Values({ stage, record, names }: { stage: ObjectView; record: RecordRow; names: readonly string[] }) {
  return names.map((name) => {
    const field = fieldOf(stage, name)
    return field && <FieldRow key={name} object={stage} record={record} field={field} required={field.required === true} {...(field.access === 'write' && record.can?.change !== false ? {} : { whyNot: '–' })} />
  })
}

function Acts({ stage, record, name }: { stage: ObjectView; record: RecordRow; name: string }) {
  const t = useText()
  const go = useGo()
  return (
    <Menu position="bottom-end">
      <Menu.Target><ActionIcon size="sm" aria-label={t(texts.acts, { name })}><IconDots size={16} stroke={1.6} /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconExternalLink size={16} stroke={1.6} />} onClick={() => go(toRecord('stage', record.id))}>{t(texts.open)}</Menu.Item>
        {stage.can.delete && <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => void removeWithUndo('stage', record.id, t(texts.removed, { name }))}>{t(texts.remove)}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  )
}
