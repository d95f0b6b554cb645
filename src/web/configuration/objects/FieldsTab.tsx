import { ActionIcon, Badge, Button, TextInput, Tooltip } from '@mantine/core'
import { IconEye, IconEyeOff, IconMathFunction, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { FieldDefinition } from '../../../contract/definition.ts'
import { fold } from '../../../expression/fold.ts'
import { typeOf } from '../../../fields/types.ts'
import { EmptyFace } from '../../kernel/ui/faces.tsx'
import { Go } from '../../kernel/ui/Go.tsx'
import { useGo } from '../../kernel/ui/go.ts'
import { ObjectIcon } from '../../kernel/ui/icons.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { becomes } from '../../kernel/shaping/configuration.ts'
import { toField, toNewField } from '../links.ts'
import { draftOf, fieldBecomes, fieldMoves, shapedFields } from '../model.ts'
import { moved, SortableLines } from '../../kernel/ui/SortableLines.tsx'
import type { TabProps } from './ObjectScreen.tsx'
import { useAtOnce } from './removing.tsx'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

/** The fields in their order, those of the program and the firm's own; the hidden ones are there too, pale. */
export function FieldsTab({ configuration, object }: TabProps) {
  const t = useText()
  const go = useGo()
  const [wanted, setWanted] = useState('')
  const { act, why } = useAtOnce(configuration)
  const [order, setOrder] = useState<{ version: string; fields: readonly FieldDefinition[] } | null>(null)
  // As just dropped, until the server's order comes.
  const all = order !== null && order.version === configuration.version ? order.fields : shapedFields(object)
  const found = all.filter(({ label, name }) => fold(`${label.pl} ${label.en} ${name}`).includes(fold(wanted)))
  function move(from: number, to: number) {
    const fields = moved(all, all.indexOf(found[from]!), all.indexOf(found[to]!))
    setOrder({ version: configuration.version, fields })
    void act.run(fieldMoves(configuration, object, fields, fields.indexOf(found[from]!)), t(texts.movedField)).then(() => setOrder(null))
  }
  return (
    <>
      <div className={style.bar}>
        <TextInput className={style.find} value={wanted} onChange={(event) => setWanted(event.currentTarget.value)} placeholder={t(texts.findField)} aria-label={t(texts.findField)} leftSection={<IconSearch size={15} stroke={1.7} />} />
        <Button variant="filled" leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => go(toNewField(object.id))}>{t(texts.newField)}</Button>
      </div>
      {found.length === 0 && <EmptyFace title={t(texts.noField)} />}
      <div className={style.fields}>
        <SortableLines lines={found} keyOf={(field) => field.id} nameOf={(field) => t(field.label)} label={t(texts.tabFields)} onMove={move}>
          {(field) => <FieldLine configuration={configuration} object={object} field={field} onDo={act.run} />}
        </SortableLines>
      </div>
      {why}
    </>
  )
}

interface LineProps extends TabProps {
  field: FieldDefinition
  onDo: ReturnType<typeof useAtOnce>['act']['run']
}

function FieldLine({ configuration, object, field, onDo }: LineProps) {
  const t = useText()
  const type = typeOf(field)
  const name = t(field.label)
  const isName = field.name === object.nameField
  const setHidden = (hidden: boolean) => void onDo([fieldBecomes(configuration, { object, field }, { ...draftOf(field), hidden })], t(hidden ? texts.hid : texts.shown, { name }))
  const remove = () => void onDo([becomes(configuration, 'field', field.id, null)], t(texts.removed, { name }))
  return (
    <div className={style.fieldLine} data-off={field.hidden || undefined}>
      <Tooltip label={t(type.about.label)}><span className={`${style.typeIcon} ${style.above}`}><ObjectIcon name={type.about.icon} size={18} /></span></Tooltip>
      <div className={style.lineBody}>
        <span className={style.nameRow}>
          <Go href={toField(object.id, field.id)} className={style.lineName}>{name}</Go>
          {isName && <Badge color="teal" variant="light">{t(texts.isName)}</Badge>}
          {field.required === true && <Badge color="amber" variant="light">{t(texts.required)}</Badge>}
          {field.formula !== undefined && <Badge color="blue" variant="light" leftSection={<IconMathFunction size={12} aria-hidden />}>{t(texts.calculated)}</Badge>}
          {field.custom === true && object.custom !== true && <Badge color="violet" variant="light">{t(texts.ownField)}</Badge>}
          {field.hidden === true && <Badge color="gray" variant="light">{t(texts.hiddenField)}</Badge>}
        </span>
        <span className={style.quiet}>{t(type.about.label)} · <code className={style.code}>{field.name}</code></span>
      </div>
      {!isName && field.custom === true && <Tooltip label={t(texts.remove, { name })}><ActionIcon className={style.above} aria-label={t(texts.remove, { name })} onClick={remove}><IconTrash size={16} stroke={1.6} /></ActionIcon></Tooltip>}
      {!isName && field.custom !== true && <HideButton name={name} hidden={field.hidden === true} onChange={setHidden} />}
    </div>
  )
}

function HideButton({ name, hidden, onChange }: { name: string; hidden: boolean; onChange(hidden: boolean): void }) {
  const t = useText()
  const label = t(hidden ? texts.show : texts.hide, { name })
  return <Tooltip label={label}><ActionIcon className={style.above} aria-label={label} onClick={() => onChange(!hidden)}>{hidden ? <IconEye size={16} stroke={1.6} /> : <IconEyeOff size={16} stroke={1.6} />}</ActionIcon></Tooltip>
}
