import { pageStoppedTexts as texts } from '#shared/texts/page-stopped'
import { keep, readKept } from './kept.ts'
import { pageLanguage } from './page-language.ts'

const STOPPED = 'stopped'
const AGAIN_AFTER_MILLISECONDS = 60_000

type Island = Pick<HTMLElement, 'childElementCount' | 'replaceChildren'>

/** An island that lost a part, as when a newer release took its place, takes all that it showed away: the page is read
 * anew, or says so where that was done a moment ago or there is no network. */
export function watchIsland(island: Island): void {
  const look = () => setTimeout(() => island.childElementCount === 0 && openAgain(island))
  // React tells an error that nothing on the page caught by this event.
  addEventListener('error', look)
}

function openAgain(island: Island): void {
  const before = Number(readKept(STOPPED) ?? 0)
  if (navigator.onLine && Date.now() - before > AGAIN_AFTER_MILLISECONDS) {
    keep(STOPPED, String(Date.now()))
    location.reload()
    return
  }
  const card = document.createElement('section')
  card.className = 'card'
  card.setAttribute('role', 'alert')
  const again = made('button', 'quiet', 'again')
  again.addEventListener('click', () => location.reload())
  card.append(made('h1', '', 'title'), made('p', 'text-soft mb-3', 'text'), again)
  island.replaceChildren(card)
}

function made(tag: string, className: string, text: keyof typeof texts): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = texts[text][pageLanguage()]
  return element
}
