import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { ListScreen } from '../kernel/records/list/ListScreen.tsx'
import { readListPlace } from '../kernel/records/list/place.ts'
import { Home } from '../kernel/shell/Home.tsx'
import { Lost } from '../kernel/shell/Lost.tsx'
import { SettingsHome } from '../kernel/shell/Settings.tsx'
import { Broken } from './Broken.tsx'
import { Door } from './Door.tsx'
import { rooms } from './rooms.ts'

const root = createRootRoute({ component: () => <Door><Outlet /></Door>, notFoundComponent: Lost })

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home })

const list = createRoute({ getParentRoute: () => root, path: '/records/$object', validateSearch: readListPlace, component: ListRoute })
function ListRoute() {
  const { object } = list.useParams()
  return <ListScreen key={object} object={object} />
}

const record = createRoute({ getParentRoute: () => root, path: '/records/$object/$id', component: lazyRouteComponent(() => import('./RecordRoute.tsx'), 'RecordRoute') })

const link = createRoute({ getParentRoute: () => root, path: '/link', component: lazyRouteComponent(() => import('./LinkRoute.tsx'), 'LinkRoute') })

const settings = createRoute({ getParentRoute: () => root, path: '/settings', component: SettingsHome })

const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', beforeLoad: () => { throw redirect({ to: '/' }) } })

const screens = rooms
  .flatMap((room) => room.screens ?? [])
  .map((screen) => createRoute({ getParentRoute: () => root, path: screen.path, component: lazyRouteComponent(async () => ({ default: await screen.load() })) }))

export const router = createRouter({
  routeTree: root.addChildren([home, list, record, link, settings, signIn, ...screens]),
  defaultPreload: 'intent',
  defaultErrorComponent: Broken,
  // Addresses are read and sent by people: plain words, no JSON.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(Object.entries(search).filter(([, value]) => value !== undefined && value !== '') as [string, string][]).toString()
    return text === '' ? '' : `?${text}`
  },
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
