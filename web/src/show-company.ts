import type { Company } from '#shared/accounts'
import { readableBrand } from './brand.ts'
import { keep } from './kept.ts'
import { pageLanguage } from './page-language.ts'

/** Shows what the company says of itself: colour, name and telephone number. */
export async function showCompany(): Promise<void> {
  const response = await fetch('/api/company').catch(() => undefined)
  if (!response?.ok) return
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
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-service-phone]')) {
    link.textContent = company.servicePhone
    link.href = `tel:${company.servicePhone.replaceAll(/[^+\d]/g, '')}`
  }
}
