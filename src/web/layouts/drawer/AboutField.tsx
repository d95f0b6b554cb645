import { Alert, Switch } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import type { FieldDefinition } from '../../../contract/definition.ts'
import type { Tile } from '../../../contract/layout.ts'
import { typeOf } from '../../../fields/types.ts'
import { ConditionInput } from '../../kernel/shaping/ConditionInput.tsx'
import { ExpressionBox } from '../../kernel/shaping/ExpressionBox.tsx'
import { TextPair } from '../../kernel/shaping/TextPair.tsx'
import { whole } from '../../kernel/shaping/whole.ts'
import { Go } from '../../kernel/ui/Go.tsx'
import { useText } from '../../kernel/ui/language.ts'
import type { Canvas, Opened } from '../editor/useCanvas.ts'
import { toField } from '../links.ts'
import { settingsOf, withSettings, type FieldSettings } from '../model.ts'
import { tidy } from '../sheet/parts.ts'
import { entriesOf, replaced } from '../sheet/sheet.ts'
import { useAround } from './around.ts'
import { texts } from './texts.ts'
import style from './drawer.module.css'

export function AboutField({ canvas, opened }: { canvas: Canvas; opened: Extract<Opened, { sort: 'field' }> }) {
  const t = useText()
  const { body, editing, object } = canvas
  const { path, from } = opened
  const entry = entriesOf(body, from.list)[from.at]
  const field = object.fields.find(({ name }) => name === path)
  return (
    <>
      {typeof entry === 'object' && 'field' in entry && entry.field === path && (
        <TextPair label={t(texts.tileLabel)} help={t(texts.tileHelp)} value={entry.label} onChange={(label) => editing.lay(replaced(body, from, tidy({ ...entry, label: whole(label) === undefined ? undefined : (label as Tile['label']) })), `tile ${path}`)} />
      )}
      {field === undefined ? <p className={style.quiet}>{t(path.includes('.') ? texts.otherField : texts.systemField)}</p> : <Settings canvas={canvas} field={field} />}
    </>
  )
}

/** Conditions, initial value and help of the field: they are its own and hold on every screen. */
function Settings({ canvas, field }: { canvas: Canvas; field: FieldDefinition }) {
  const t = useText()
  const { sheet, editing, object } = canvas
  const around = useAround(canvas, object.name)
  const settings = settingsOf(field, sheet)
  const change = (part: FieldSettings, series: string) => editing.change(withSettings(sheet, field, part), `${series} ${field.id}`)
  const written = (text: string) => (text === '' ? undefined : text)
  const isWritable = field.formula === undefined && field.readOnly !== true && field.type !== 'autoNumber'
  return (
    <>
      <Alert color="gray" icon={<IconInfoCircle size={16} />}>{t(texts.everywhere)}</Alert>
      <ConditionInput label={t(texts.fieldShown)} help={t(texts.fieldWhen)} around={around} text={settings.shownWhen ?? ''} onChange={(text) => change({ shownWhen: written(text) }, 'shown')} />
      {isWritable && (
        <>
          <Switch label={t(texts.required)} checked={settings.required === true} onChange={(event) => change({ required: event.currentTarget.checked || (field.required === undefined ? undefined : false) }, 'required')} />
          {settings.required !== true && <ConditionInput label={t(texts.requiredWhen)} around={around} text={settings.requiredWhen ?? ''} onChange={(text) => change({ requiredWhen: written(text) }, 'requiredWhen')} />}
          <ConditionInput label={t(texts.readOnlyWhen)} around={around} text={settings.readOnlyWhen ?? ''} onChange={(text) => change({ readOnlyWhen: written(text) }, 'readOnly')} />
          <ExpressionBox label={t(texts.default)} help={t(texts.defaultHelp)} around={around} text={settings.default?.expression ?? ''} onChange={(text) => change({ default: text === '' ? undefined : { expression: text } }, 'default')} expected={typeOf(field).exprType(field)} />
        </>
      )}
      <TextPair label={t(texts.help)} long maxLength={1_000} value={settings.help} onChange={(help) => change({ help: whole(help) === undefined ? undefined : (help as FieldSettings['help']) }, 'help')} />
      <Go className="sd-link" href={toField(object.id, field.id)}>{t(texts.allOfField)}</Go>
    </>
  )
}
