/** This browser as a device that takes push messages. The service worker (public/sw.js) shows them and does nothing else. */
import { queries } from '../../kernel/api/client.ts'
import { addDevice, devicesQuery } from './api.ts'

const worker = '/sw.js'

export const canPush = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

/** The address its messages are sent to; null: it takes none. */
export async function thisEndpoint(): Promise<string | null> {
  if (!canPush()) return null
  const registration = await navigator.serviceWorker.getRegistration(worker)
  return (await registration?.pushManager.getSubscription())?.endpoint ?? null
}

export async function subscribeThisDevice(publicKey: string): Promise<{ endpoint: string; p256dh: string; auth: string; device: string } | 'denied'> {
  if ((await Notification.requestPermission()) !== 'granted') return 'denied'
  const registration = await navigator.serviceWorker.register(worker)
  await navigator.serviceWorker.ready
  const known = await registration.pushManager.getSubscription()
  // One that was made with another installation's key takes nothing from this one.
  if (known !== null && base64url(known.options.applicationServerKey) !== publicKey) await known.unsubscribe()
  const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
  return { ...keysOf(subscription), device: deviceName() }
}

function keysOf(subscription: PushSubscription): { endpoint: string; p256dh: string; auth: string } {
  const { endpoint, keys } = subscription.toJSON()
  return { endpoint: endpoint!, p256dh: keys!.p256dh!, auth: keys!.auth! }
}

/**
 * After a page was loaded: a device of the person's belongs to the session he has now; one that somebody else left here, whose session grew
 * old, takes nothing any more.
 */
export async function settleThisDevice(): Promise<void> {
  const registration = canPush() ? await navigator.serviceWorker.getRegistration(worker) : undefined
  const known = await registration?.pushManager.getSubscription()
  if (known == null) return
  const { devices } = await queries.ensureQueryData(devicesQuery)
  const mine = devices.find(({ endpoint }) => endpoint === known.endpoint)
  if (mine === undefined) return void (await known.unsubscribe())
  await addDevice({ ...keysOf(known), device: mine.device })
}

export async function leaveThisDevice(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(worker)
  await (await registration?.pushManager.getSubscription())?.unsubscribe()
}

const base64url = (bytes: ArrayBuffer | null): string => (bytes === null ? '' : btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''))

const browsers: readonly [RegExp, string][] = [[/Edg\//, 'Edge'], [/OPR\//, 'Opera'], [/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari']]
const systems: readonly [RegExp, string][] = [[/iPhone|iPad/, 'iOS'], [/Android/, 'Android'], [/Windows/, 'Windows'], [/Mac OS/, 'macOS'], [/Linux/, 'Linux']]

/** As one tells them apart in a list. */
function deviceName(agent: string = navigator.userAgent): string {
  const named = (names: readonly [RegExp, string][]) => names.find(([sign]) => sign.test(agent))?.[1]
  return [named(browsers), named(systems)].filter((name) => name !== undefined).join(', ') || 'Web'
}
