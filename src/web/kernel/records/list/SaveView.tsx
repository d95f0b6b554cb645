import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { FieldDefinition } from '../../../../contract/definition.ts'
import type { LinkValue } from '../../../../contract/records.ts'
import { useObject } from '../../api/metadata.ts'
import { sentenceAt } from '../../api/problem.ts'
import { may, useSession } from '../../api/session.ts'
import { useLanguage, useText } from '../../ui/language.ts'
import { told } from '../../ui/notify.tsx'
import { common } from '../../ui/texts.ts'
import { FieldEdit } from '../field/FieldEdit.tsx'
import { texts } from './texts.ts'
import type { ListOf } from './useList.ts'
import { bodyOf, onAskName } from './viewBody.ts'
import { saveView } from './views.ts'

const rolesField: FieldDefinition = { id: 'view.roles', name: 'roles', label: texts.viewRoles, type: 'links', target: 'role' }

const asInView = { columns: undefined, where: undefined, search: undefined, order: undefined, by: undefined, show: undefined, archived: undefined }

function useSaving(list: ListOf, onClose: () => void) {
  const t = useText()
  const [name, setName] = useState('')
  const [scope, setScope] = useState<'own' | 'shared' | 'role'>('own')
  const [roles, setRoles] = useState<readonly LinkValue[]>([])
  const saving = useMutation({
    mutationFn: () => saveView({ object: list.object.name, name, scope, roles: scope === 'role' ? roles.map((role) => role.id) : undefined, position: list.views.length, ...bodyOf(list) }),
    onSuccess: (view) => {
      told(t(texts.viewSaved, { name: view.name }))
      list.move({ ...asInView, view: view.id }, { replace: true })
      onClose()
    },
  })
  return { name, setName, scope, setScope, roles, setRoles, saving }
}

/** The list as it is now, kept under a name as a tab. */
export function SaveView({ list, onClose }: { list: ListOf; onClose(): void }) {
  const t = useText()
  const language = useLanguage()
  const session = useSession()
  const hasRoles = useObject('role') !== null
  const { name, setName, scope, setScope, roles, setRoles, saving } = useSaving(list, onClose)
  return (
    <Modal opened onClose={onClose} title={t(texts.newView)} closeButtonProps={{ 'aria-label': t(common.close) }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          saving.mutate()
        }}
      >
        <Stack gap="md">
          <TextInput label={t(texts.viewName)} value={name} onChange={(event) => setName(event.currentTarget.value)} required maxLength={120} data-autofocus error={saving.isError && sentenceAt(saving.error, 'name', language)} />
          {may(session, 'shareViews') && (
            <Radio.Group label={t(texts.viewFor)} value={scope} onChange={(value) => setScope(value as 'own' | 'shared' | 'role')}>
              <Group gap="lg" mt="xs">
                <Radio value="own" label={t(texts.viewOwn)} />
                <Radio value="shared" label={t(texts.viewShared)} />
                {hasRoles && <Radio value="role" label={t(texts.viewRoles)} />}
              </Group>
            </Radio.Group>
          )}
          {scope === 'role' && <FieldEdit field={rolesField} value={roles} onChange={(value) => setRoles((value ?? []) as LinkValue[])} />}
          <Group justify="flex-end">
            <Button onClick={onClose}>{t(common.cancel)}</Button>
            <Button type="submit" variant="filled" loading={saving.isPending}>
              {t(common.save)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** Answers `askName`. One stands in each list screen. */
export function AskName() {
  const t = useText()
  const [ask, setAsk] = useState<{ name: string; answer(name: string | null): void } | null>(null)
  useEffect(() => onAskName(setAsk), [])
  const close = (name: string | null) => {
    ask?.answer(name)
    setAsk(null)
  }
  return (
    <Modal opened={ask !== null} onClose={() => close(null)} title={t(texts.renameView)} closeButtonProps={{ 'aria-label': t(common.close) }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          close(ask?.name.trim() || null)
        }}
      >
        <TextInput label={t(texts.viewName)} value={ask?.name ?? ''} onChange={(event) => setAsk(ask && { ...ask, name: event.currentTarget.value })} required maxLength={120} data-autofocus />
        <Group justify="flex-end" mt="md">
          <Button onClick={() => close(null)}>{t(common.cancel)}</Button>
          <Button type="submit" variant="filled">
            {t(common.save)}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
