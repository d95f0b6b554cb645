import { lazy } from 'react'
import { actAs, may } from '../kernel/api/session.ts'
import type { RecordAct, RecordBlock } from '../kernel/records/page/parts.ts'
import type { Screen, WebRoom } from '../kernel/shell/rooms.ts'
import { toList } from '../kernel/ui/links.ts'
import { refused } from '../kernel/ui/notify.tsx'
import { openWhy } from './access/openWhy.tsx'
import { toCompare, toInvite, toRightsOf, toRole } from './links.ts'
import { texts } from './texts.ts'

const screens: readonly Screen[] = [
  { path: '/settings/profile', title: texts.profile, navigation: { group: 'settings', section: 'own', order: 1, icon: 'user-circle' }, load: async () => (await import('./account/ProfileScreen.tsx')).ProfileScreen },
  { path: '/settings/security', title: texts.security, navigation: { group: 'settings', section: 'own', order: 2, icon: 'shield-lock' }, load: async () => (await import('./account/SecurityScreen.tsx')).SecurityScreen },
  { path: '/settings/keys', title: texts.keys, navigation: { group: 'settings', section: 'own', order: 3, icon: 'key' }, load: async () => (await import('./account/KeysScreen.tsx')).KeysScreen },
  { path: '/settings/invite', title: texts.invite, under: toList('user'), needs: 'users', load: async () => (await import('./people/InviteScreen.tsx')).InviteScreen },
  { path: '/settings/roles/$id', title: texts.role, under: toList('role'), load: async () => (await import('./roles/RoleScreen.tsx')).RoleScreen },
  { path: '/settings/compare', title: texts.compare, under: toList('role'), load: async () => (await import('./roles/CompareScreen.tsx')).CompareScreen },
  { path: '/settings/access', title: texts.overview, needs: 'all', navigation: { group: 'settings', section: 'access', order: 26, icon: 'table' }, load: async () => (await import('./access/OverviewScreen.tsx')).OverviewScreen },
  { path: '/settings/access/$id', title: texts.effective, needs: 'all', under: '/settings/access', load: async () => (await import('./access/PersonScreen.tsx')).PersonScreen },
  { path: '/settings/policy', title: texts.policy, needs: 'all', navigation: { group: 'settings', section: 'access', order: 28, icon: 'fingerprint' }, load: async () => (await import('./policy/PolicyScreen.tsx')).PolicyScreen },
]

/** About a record: an administrator asks of anybody, everyone else of himself; from a person's page, of any record. */
const why: readonly RecordAct[] = [
  { key: 'why', label: texts.whyMenu, icon: 'help', on: ({ object, session }) => session.administrator && object.name !== 'user', run: ({ object, record }) => openWhy({ object: object.name, record: record.id }) },
  { key: 'whyMine', label: texts.whyMine, icon: 'help', on: ({ session }) => !session.administrator, run: ({ object, record }) => openWhy({ object: object.name, record: record.id }) },
  { key: 'whyPerson', label: texts.whyPerson, icon: 'help', on: ({ object, session }) => session.administrator && object.name === 'user', run: ({ record }) => openWhy({ user: { id: record.id, name: String(record.name) } }) },
]

/** The preview: of a person who may sign in and is no administrator, which the server knows. */
const actAsPerson: RecordAct = {
  key: 'actAs', label: texts.actAs, icon: 'eye', on: ({ object, record, session }) => session.administrator && object.name === 'user' && record.id !== session.user.id && record.active === true,
  run: ({ record }) => void actAs({ user: record.id }).catch(refused),
}
const rightsOfPerson: RecordAct = {
  key: 'rightsOf', label: texts.effective, icon: 'table', on: ({ object, session }) => session.administrator && object.name === 'user',
  run: ({ record }, go) => go(toRightsOf(record.id)),
}
const actAsRole: RecordAct = {
  key: 'actAsRole', label: texts.actAsRole, icon: 'eye', on: ({ object, record, session }) => session.administrator && object.name === 'role' && record.isAdministrator !== true,
  run: ({ record }) => void actAs({ role: record.id }).catch(refused),
}

const signIn: RecordBlock = {
  key: 'signIn', label: texts.signInBlock, on: ({ object, record, session }) => object.name === 'user' && may(session, 'users') && !record.deletedAt,
  Block: lazy(async () => ({ default: (await import('./people/SignInBlock.tsx')).SignInBlock })),
}

export const users: WebRoom = {
  name: 'users',
  screens,
  listLinks: [{ label: texts.invite, icon: 'user-plus', objects: ['user'], needs: 'users', instead: true, href: () => toInvite }, { label: texts.compareRoles, icon: 'columns', objects: ['role'], needs: 'all', href: () => toCompare('') }],
  personLinks: [{ label: texts.account, icon: 'user-circle', href: '/settings/profile' }],
  record: { menu: [...why, rightsOfPerson, actAsPerson, actAsRole], blocks: [signIn], pages: { role: toRole } },
}
