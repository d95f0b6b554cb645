import { Alert, Button } from '@mantine/core'
import { useRef, useState, type FormEvent } from 'react'
import { fieldOf, useObject, type FieldView } from '../../kernel/api/metadata.ts'
import type { ObjectView, RecordRow } from '../../../contract/records.ts'
import { createRecord } from '../../kernel/api/records.ts'
import { FormFields, focusField } from '../../kernel/records/form/FormFields.tsx'
import { sent } from '../../kernel/records/form/saving.ts'
import { useRecordForm } from '../../kernel/records/form/useRecordForm.ts'
import { RefusedFace } from '../../kernel/ui/faces.tsx'
import { useGo } from '../../kernel/ui/go.ts'
import { useText } from '../../kernel/ui/language.ts'
import { toRecord } from '../../kernel/ui/links.ts'
import { useAct } from '../../kernel/ui/useAct.ts'
import { Page } from '../../kernel/ui/Page.tsx'
import { makeLink, type PasswordLink } from './link.ts'
import { LinkShown } from './LinkShown.tsx'
import { texts } from './texts.ts'
import style from '../users.module.css'

const asked = ['name', 'mail', 'position', 'phone', 'roles', 'teams', 'superior', 'language']

/** An account and the link that opens it, in one step. */
export function InviteScreen() {
  const t = useText()
  const object = useObject('user')
  const [made, setMade] = useState<{ person: RecordRow; link: PasswordLink } | null>(null)
  if (object === null || !object.can.create) return <Page title={t(texts.invite)}><RefusedFace error={null} /></Page>
  if (made !== null) return <Invited {...made} onAnother={() => setMade(null)} />
  return (
    <Page title={t(texts.invite)} lead={t(texts.inviteLead)}>
      <InviteForm object={object} onMade={setMade} />
    </Page>
  )
}

function InviteForm({ object, onMade }: { object: ObjectView; onMade(made: { person: RecordRow; link: PasswordLink }): void }) {
  const t = useText()
  const body = useRef<HTMLFormElement>(null)
  const fields = asked.map((name) => fieldOf(object, name)).filter((field): field is FieldView => field !== null)
  const form = useRecordForm({ object: { name: 'user', fields }, record: null })
  // The account stays when its link could not be made; the second try only makes the link.
  const created = useRef<RecordRow | null>(null)
  const show = (paths: readonly string[]) => requestAnimationFrame(() => focusField(body.current, paths[0]))
  const invite = useAct(async () => {
    const given = Object.fromEntries(Object.entries(sent({ fields }, form.now.values)).filter(([, value]) => value !== null))
    created.current ??= await createRecord('user', given)
    onMade({ person: created.current, link: await makeLink(created.current.id) })
  }, (error) => show(form.refuse(error)))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = form.check(fields)
    if (wrong.length > 0) show(wrong)
    else void invite.run()
  }
  const roles = form.values.roles as unknown[] | null | undefined
  return (
    <form ref={body} noValidate className={style.form} onSubmit={submit}>
      {form.general && <Alert color="red" role="alert">{form.general}</Alert>}
      <FormFields form={form} fields={fields} focus="name" />
      <div className={style.row}>
        <Button type="submit" variant="filled" loading={invite.busy}>{t(texts.inviteDo)}</Button>
        {(roles ?? []).length === 0 && <span className={style.quiet}>{t(texts.noRoles)}</span>}
      </div>
    </form>
  )
}

function Invited({ person, link, onAnother }: { person: RecordRow; link: PasswordLink; onAnother(): void }) {
  const t = useText()
  const go = useGo()
  return (
    <Page title={t(texts.invited, { name: String(person.name) })} lead={String(person.mail)}>
      <div className={style.form}>
        <LinkShown link={link} mail={String(person.mail)} />
        <div className={style.row}>
          <Button variant="filled" onClick={onAnother}>{t(texts.another)}</Button>
          <Button onClick={() => go(toRecord('user', person.id))}>{t(texts.openPerson)}</Button>
        </div>
      </div>
    </Page>
  )
}
