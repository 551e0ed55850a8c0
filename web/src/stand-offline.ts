/** Lets this page open without a network from now on: its own files, and the answers at `paths` below `/api`. */
export async function standOffline(paths: readonly string[]): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  // Asked before it is there: a worker that takes over in between has not seen the answers of this page.
  const hasSeenAnswers = navigator.serviceWorker.controller !== null
  await navigator.serviceWorker.register('/worker.js').catch(() => undefined)
  const { active } = await navigator.serviceWorker.ready
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  const own = loaded.filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname)
  const files = [location.pathname, ...own.filter((path) => !path.startsWith('/api/'))]
  const answers = hasSeenAnswers ? [] : paths.map((path) => `/api${path}`)
  active?.postMessage({ files: [...new Set(files)], answers })
}
