import type { SessionView } from '#shared/identity'
import type { MyFrame } from '#shared/notifications'
import { keep, readKept } from './kept.ts'
import { pageLanguage } from './page-language.ts'
import { isOneOfSeveral } from './several-shops.ts'
import { showUnread } from './unread-badge.ts'

/** How the frame shows what it learns of the person. */
type FrameParts = {
  showLarge: (isLarge: boolean) => void
  showShop: (name: string | undefined) => void
}

/** What the frame shows of who is signed in: unread messages, size of type, the shop, an order that waits. */
export function frameFor(session: SessionView, { showLarge, showShop }: FrameParts): void {
  const shop = shopOf(session)
  keep('shop', shop)
  showShop(shop)
  void showMine(showLarge)
  const settle = () => void settleWhatWaits(session)
  settle()
  addEventListener('online', settle)
  // Phones often do not say that the network is back while the page lies in the background.
  document.addEventListener('visibilitychange', settle)
}

/** Which shop it is, where it could be another one. */
function shopOf(session: SessionView): string | undefined {
  const { kind, memberships, actingFor } = session
  if (kind !== 'member' || !isOneOfSeveral(session)) return undefined
  return memberships.find(({ customerId }) => customerId === actingFor)?.customerName[pageLanguage()]
}

async function showMine(showLarge: FrameParts['showLarge']): Promise<void> {
  const response = await fetch('/api/people/me/frame').catch(() => undefined)
  if (!response?.ok) return
  const { unread, isLarge }: MyFrame = await response.json()
  showUnread(unread)
  // What this device was told goes before what its person chose elsewhere.
  if (isLarge && readKept('large') === undefined) {
    keep('large', 'on')
    showLarge(true)
  }
}

async function settleWhatWaits(session: SessionView): Promise<void> {
  if (!hasWaiting()) return
  // Not loaded for want of a network, it is tried again once there is one.
  const loaded = await import('./features/orders/entry/send/waiting-order.ts').catch(() => undefined)
  await loaded?.settleWaiting(session)
}

function hasWaiting(): boolean {
  try {
    return Object.keys(localStorage).some((name) => /^dianlian\.(?:submission|waited)\./.test(name))
  } catch {
    return false
  }
}
