// Shows push messages, also with the application closed, and opens what they lead to. It answers no requests and keeps nothing: the
// application always comes from the server.
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('push', (event) => {
  event.waitUntil(show(event.data))
})

async function show(data) {
  let message = { title: 'Sedno', body: '', path: '/notices', tag: 'sedno' }
  try {
    message = { ...message, ...data.json() }
  } catch {
    // What cannot be read still has to be shown: a browser takes the right from whoever is silent.
  }
  await self.registration.showNotification(message.title, { body: message.body, tag: message.tag, icon: '/icon.svg', badge: '/icon.svg', data: { path: message.path } })
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(event.notification.data?.path ?? '/notices'))
})

/** In a tab that is open already, else in a new one; never anywhere but here. */
async function open(path) {
  const address = new URL(path, self.location.origin)
  if (address.origin !== self.location.origin) return
  const [tab] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (tab === undefined) return self.clients.openWindow(address.href)
  await tab.focus()
  // A tab that this worker does not control yet cannot be led.
  await tab.navigate(address.href).catch(() => self.clients.openWindow(address.href))
}
