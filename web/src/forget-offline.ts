/** The worker's own name for what it keeps of the server's answers (web/public/worker.js). */
const ANSWERS = 'order-answers'

/** Takes away what was kept for working without a network: the device may be another person's next. */
export async function forgetOffline(): Promise<void> {
  try {
    // How this tab narrowed its lists.
    sessionStorage.clear()
    await caches.delete(ANSWERS)
    for (const name of Object.keys(localStorage)) {
      if (/^dianlian\.(?:session|(?:shop|customer|cycle)$|opened\.|form )/.test(name))
        localStorage.removeItem(name)
    }
  } catch {
    // A browser that forbids storage kept nothing.
  }
}
