import type { Company } from '#shared/accounts'
import { readableBrand } from './brand.ts'
import { keep, readKept } from './kept.ts'
import { pageLanguage } from './page-language.ts'

/** Shows what the company says of itself: colour, name and telephone number. */
export async function showCompany(): Promise<void> {
  showPhone(readKept('phone'))
  const response = await fetch('/api/company').catch(() => undefined)
  if (!response?.ok) return sayUnknown()
  const company: Company = await response.json()
  const { style } = document.documentElement
  const brand = readableBrand(company.brandColour)
  if (brand) {
    style.setProperty('--brand-light', brand.light)
    style.setProperty('--brand-dark', brand.dark)
  }
  keep('brand', brand && `${brand.light} ${brand.dark}`)
  const language = pageLanguage()
  for (const place of document.querySelectorAll('[data-company-name]'))
    place.textContent = company.name[language]
  keep('phone', company.servicePhone)
  showPhone(company.servicePhone)
}

const phoneLinks = document.querySelectorAll<HTMLAnchorElement>('a[data-service-phone]')

function showPhone(phone: string | undefined): void {
  if (!phone) return
  for (const link of phoneLinks) {
    link.textContent = phone
    link.href = `tel:${phone.replaceAll(/[^+\d]/g, '')}`
  }
}

/** Without an answer the number of last time stands; where there is none, the link reads the page again. */
function sayUnknown(): void {
  if (readKept('phone')) return
  for (const link of phoneLinks) {
    link.classList.remove('money')
    link.textContent = link.dataset.unknown ?? ''
    link.href = location.pathname
  }
}
