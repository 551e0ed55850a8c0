/** Lets this page open without a network from now on: its own files, and the answers at `paths` below `/api`. */
export async function standOffline(paths: readonly string[]): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/worker.js').catch(() => undefined)
  const { active } = await navigator.serviceWorker.ready
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  const own = loaded.filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname)
  const files = [location.pathname, ...own.filter((path) => !path.startsWith('/api/'))]
  const answers = navigator.serviceWorker.controller ? [] : paths.map((path) => `/api${path}`)
  active?.postMessage({ files: [...new Set(files)], answers })
}
