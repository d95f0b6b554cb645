import { Alert, Button, Group, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useRef, useState } from 'react'
import type { FormEvent } from 'react'
import type { ActionDefinition } from '../../../../contract/definition.ts'
import { useObject } from '../../api/metadata.ts'
import { useText } from '../../ui/language.ts'
import { common } from '../../ui/texts.ts'
import { phoneWidth } from '../../ui/theme.ts'
import { useGo } from '../../ui/go.ts'
import { actOn } from './acting.ts'
import { FormFields, focusField } from './FormFields.tsx'
import { sent } from './saving.ts'
import { texts } from './texts.ts'
import { useRecordForm } from './useRecordForm.ts'
import style from './form.module.css'

interface ActionDialogProps {
  object: string
  id: string
  action: string
  onClose(): void
}

/** What an action of an object asks for before it runs. */
export function ActionDialog({ object: name, id, action: actionName, onClose }: ActionDialogProps) {
  const t = useText()
  const phone = useMediaQuery(phoneWidth)
  const action = useObject(name)?.actions?.find((one) => one.name === actionName)
  if (action === undefined) return null
  return (
    <Modal opened padding="lg" closeButtonProps={{ 'aria-label': t(common.close) }} onClose={onClose} title={<span className={style.title}>{t(action.label)}</span>} fullScreen={phone} size="lg">
      <ActionForm object={name} id={id} action={action} onClose={onClose} />
    </Modal>
  )
}

function ActionForm({ object, id, action, onClose }: { object: string; id: string; action: ActionDefinition; onClose(): void }) {
  const t = useText()
  const go = useGo()
  const body = useRef<HTMLFormElement>(null)
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const asked = { name: object, fields: action.input ?? [] }
  const form = useRecordForm({ object: asked, record: null })
  const show = (paths: readonly string[]) => requestAnimationFrame(() => focusField(body.current, paths[0]))

  async function run(event: FormEvent) {
    event.preventDefault()
    const wrong = form.check(asked.fields)
    show(wrong)
    if (wrong.length > 0 || running.current) return
    running.current = true
    setBusy(true)
    try {
      const given = Object.entries(sent(asked, form.now.values)).filter(([, value]) => value !== null)
      await actOn({ object, id, action, go, input: Object.fromEntries(given), onDone: onClose })
    } catch (error) {
      show(form.refuse(error))
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return (
    <form ref={body} noValidate className={style.body} onSubmit={(event) => void run(event)}>
      {action.confirm && <div>{t(action.confirm)}</div>}
      {form.general && <Alert color="red" role="alert">{form.general}</Alert>}
      <FormFields form={form} fields={asked.fields} focus={asked.fields[0]?.name} />
      <Group justify="flex-end">
        <Button onClick={onClose}>{t(texts.cancel)}</Button>
        <Button type="submit" variant="filled" loading={busy}>{t(texts.doIt)}</Button>
      </Group>
    </form>
  )
}
