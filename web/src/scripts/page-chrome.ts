import type { Company } from '#shared/accounts'
import type { MyFrame } from '#shared/notifications'
import { readableBrand } from '../brand.ts'
import { keep, readKept } from '../kept.ts'
import { showUnread } from '../unread-badge.ts'

const root = document.documentElement

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

async function showMyFrame(): Promise<void> {
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
document.addEventListener('dianlian:signed-in', () => void showMyFrame(), { once: true })

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

async function showCompany(): Promise<void> {
  const response = await fetch('/api/company').catch(() => undefined)
  if (!response?.ok) return
  const company: Company = await response.json()
  const brand = readableBrand(company.brandColour)
  if (brand) {
    root.style.setProperty('--brand-light', brand.light)
    root.style.setProperty('--brand-dark', brand.dark)
  }
  keep('brand', brand && `${brand.light} ${brand.dark}`)
  const language = root.lang === 'en' ? 'en' : 'zh'
  for (const place of document.querySelectorAll('[data-company-name]'))
    place.textContent = company.name[language]
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-service-phone]')) {
    link.textContent = company.servicePhone
    link.href = `tel:${company.servicePhone.replaceAll(/[^+\d]/g, '')}`
  }
}
void showCompany()
