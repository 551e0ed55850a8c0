/** The worker's own name for what it keeps of the server's answers (web/public/worker.js). */
const ANSWERS = 'order-answers'

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

/** Takes away what was kept for working without a network: the device may be another person's next. */
export async function forgetOffline(): Promise<void> {
  try {
    await caches.delete(ANSWERS)
    for (const name of Object.keys(localStorage)) {
      if (/^dianlian\.(?:session|opened\.)/.test(name)) localStorage.removeItem(name)
    }
  } catch {
    // A browser that forbids storage kept nothing.
  }
}
