// Lets the order page open without a network: it keeps the page's own files and the last assortment of each customer,
// and nothing else that the server answers. Signing out takes the assortments away. Other pages say that there is no network.
const FILES = 'order-files'
const ANSWERS = 'order-answers'
const NO_NETWORK = 'no-network'
const MOST_FILES = 200
const page = /^\/(?:zh|en)\/order\/$/
const anyPage = /^\/(zh|en)\//
const file = /^\/(?:_astro\/.+|first-paint\.js|icon\.svg)$/
const answer = /^\/api\/customers\/[^/]+\/(?:assortment|past-quantities)$/

addEventListener('install', (event) => {
  self.skipWaiting()
  event.waitUntil(Promise.all(['zh', 'en'].map(keepNoNetwork)))
})
addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && page.test(pathname)) event.respondWith(shell(request, pathname))
  else if (request.mode === 'navigate' && anyPage.test(pathname))
    event.respondWith(fetch(request).catch((error) => noNetwork(pathname, error)))
  else if (file.test(pathname)) event.respondWith(ownFile(request, pathname))
  else if (answer.test(pathname)) event.respondWith(lastAnswer(request, pathname))
})

// A page that was opened before this worker came asks for what it is made of to be kept too.
addEventListener('message', (event) => {
  const { files = [], answers = [] } = event.data ?? {}
  event.waitUntil(keepAll(files, answers))
})

async function keepAll(files, answers) {
  const kept = await caches.open(FILES)
  for (const path of files) {
    const isOwn = file.test(path) || page.test(path)
    if (isOwn && !(await kept.match(path))) await kept.add(path).catch(() => undefined)
  }
  for (const path of answers) {
    const { pathname } = new URL(path, location.origin)
    if (answer.test(pathname)) await lastAnswer(new Request(path), pathname).catch(() => undefined)
  }
}

async function shell(request, pathname) {
  const kept = await caches.open(FILES)
  try {
    const fresh = await fetch(request)
    if (fresh.ok) await kept.put(pathname, fresh.clone())
    return fresh
  } catch (error) {
    const last = await kept.match(pathname)
    if (last) return last
    throw error
  }
}

// With the files it is made of, which have other names after the next build: they lie together.
async function keepNoNetwork(language) {
  const kept = await caches.open(NO_NETWORK)
  const path = `/${language}/offline/`
  const page = await fetch(path).catch(() => undefined)
  if (!page?.ok) return
  const files = [...(await page.clone().text()).matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, name]) => name)
  await kept.addAll([...new Set(files.filter((name) => file.test(name)))]).catch(() => undefined)
  await kept.put(path, page)
}

async function noNetwork(pathname, error) {
  const [, language] = anyPage.exec(pathname)
  const page = await caches.match(`/${language}/offline/`)
  if (page) return page
  throw error
}

async function ownFile(request, pathname) {
  const kept = await caches.open(FILES)
  const isForEver = pathname.startsWith('/_astro/')
  const last = (await kept.match(pathname)) ?? (await caches.match(pathname))
  if (last && isForEver) return last
  try {
    const fresh = await fetch(request)
    if (fresh.ok) {
      await kept.put(pathname, fresh.clone())
      const keys = await kept.keys()
      for (const old of keys.slice(0, Math.max(0, keys.length - MOST_FILES))) await kept.delete(old)
    }
    return fresh
  } catch (error) {
    if (last) return last
    throw error
  }
}

// The server is asked whether what is kept still holds; without it, the clock within goes on by the one of this device.
async function lastAnswer(request, pathname) {
  const kept = await caches.open(ANSWERS)
  const last = await kept.match(pathname)
  const etag = last?.headers.get('etag')
  const headers = new Headers(request.headers)
  if (etag) headers.set('if-none-match', etag)
  try {
    const fresh = await fetch(request.url, { headers, credentials: 'same-origin', cache: 'no-store' })
    if (fresh.status === 304 && last) return atTime(last, fresh.headers.get('portal-now'))
    if (fresh.ok) await kept.put(pathname, await dated(fresh.clone()))
    else if (fresh.status === 401 || fresh.status === 403) await kept.delete(pathname)
    return fresh
  } catch (error) {
    if (!last) throw error
    const passed = Date.now() - Number(last.headers.get('kept-at'))
    const body = await last.clone().text()
    const then = Date.parse(/"now":"([^"]+)"/.exec(body)?.[1] ?? '')
    return atTime(last, Number.isNaN(then) ? undefined : new Date(then + passed).toISOString())
  }
}

async function dated(response) {
  const headers = new Headers(response.headers)
  headers.delete('content-encoding')
  headers.delete('content-length')
  headers.set('kept-at', String(Date.now()))
  return new Response(await response.text(), { headers })
}

async function atTime(response, now) {
  const body = await response.text()
  const told = now ? body.replace(/"now":"[^"]+"/, `"now":"${now}"`) : body
  return new Response(told, { headers: response.headers })
}
