import { askAhead } from '../api.ts'
import { keep, readKept } from '../kept.ts'

const root = document.documentElement

// Only a page behind the sign-in has an island, and its first question is who is there.
if (document.querySelector('astro-island')) askAhead('/session')

for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-theme-choice]')) {
  select.value = readKept('theme') ?? 'auto'
  select.addEventListener('change', () => chooseTheme(select.value))
}

function chooseTheme(theme: string): void {
  keep('theme', theme === 'auto' ? undefined : theme)
  if (theme === 'auto') delete root.dataset.theme
  else root.dataset.theme = theme
}

const largeSwitches = document.querySelectorAll<HTMLInputElement>('input[data-large-choice]')
function showLarge(isLarge: boolean): void {
  if (isLarge) root.dataset.large = ''
  else delete root.dataset.large
  for (const choice of largeSwitches) choice.checked = isLarge
}
showLarge(readKept('large') === 'on')
for (const choice of largeSwitches) {
  choice.addEventListener('change', () => {
    keep('large', choice.checked ? 'on' : 'off')
    showLarge(choice.checked)
    void rememberLarge(choice.checked)
  })
}

// Who has not signed in has no one to remember it for: the device does.
async function rememberLarge(isOn: boolean): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ isOn })
  await fetch('/api/people/me/large-mode', { method: 'PUT', headers, body }).catch(() => undefined)
}

const shop = document.querySelector<HTMLElement>('[data-my-shop]')
function showShop(name: string | undefined): void {
  if (!shop) return
  shop.hidden = !name
  if (shop.firstElementChild) shop.firstElementChild.textContent = name ?? ''
}
showShop(readKept('shop'))

document.addEventListener('dianlian:signed-in', (event) => void showFrame(event), { once: true })
async function showFrame(event: Event): Promise<void> {
  const { frameFor } = await import('../signed-in-frame.ts')
  if (event instanceof CustomEvent) frameFor(event.detail, { showLarge, showShop })
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language-choice]')) {
  link.addEventListener('click', () => {
    const language = link.dataset.languageChoice
    keep('language', language)
    link.href = location.pathname.replace(/^\/(zh|en)\//, `/${language}/`) + location.search
  })
}
keep('language', location.pathname.startsWith('/en/') ? 'en' : 'zh')

const offline = document.querySelector<HTMLElement>('[data-offline]')
function showConnection(): void {
  if (offline) offline.hidden = navigator.onLine
}
addEventListener('online', showConnection)
addEventListener('offline', showConnection)
showConnection()

// Its name and colour were kept from last time: what it says now may come behind the page.
void import('../behind-page.ts').then(({ behindPage }) => behindPage()).catch(() => undefined)

// A browser words what is wrong with a field in its own language: here the page says it itself, for every form.
const refused: EventTarget[] = []
let isSaidByPage = true
document.addEventListener('invalid', sayOurselves, true)
function sayOurselves(event: Event): void {
  if (!isSaidByPage || !event.target) return
  event.preventDefault()
  if (refused.push(event.target) > 1) return
  import('../say-typed-wrong.ts').then(
    ({ sayTypedWrong }) => sayTypedWrong(refused.splice(0)),
    () => letBrowserSay(refused.splice(0)),
  )
}
function letBrowserSay([field]: readonly EventTarget[]): void {
  isSaidByPage = false
  if (field instanceof HTMLInputElement) field.form?.reportValidity()
}
