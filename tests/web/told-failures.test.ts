import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** What only names, words or offers something: the page says all it has to say without it. */
const decorations = [
  'companyQuery',
  'unitsQuery',
  'priceListsQuery',
  'columnsQuery',
  'mapsQuery',
  'productQuery',
  'orderMinimumQuery',
  'placedQuery',
]
/** Files whose answers only name or offer something, or whose failure another part of the page says. */
const silent = [
  'calendar/ClosingPart.tsx',
  'calendar/PutOff.tsx',
  'catalogue/AgreementHistory.tsx',
  'catalogue/ProductFacts.tsx',
  'catalogue/ProductForm.tsx',
  'catalogue/ProductPictures.tsx',
  'catalogue/ProductsPage.tsx',
  'home/CyclesInProgress.tsx',
  'home/StaffHome.tsx',
  'identity/OwnersPart.tsx',
  'notifications/SendLog.tsx',
  'orders/CustomerOrders.tsx',
  'orders/NoDemand.tsx',
  'orders/UnitOrderFields.tsx',
  'orders/entry/DetailsDialog.tsx',
  'orders/entry/draft/StandingDraftLine.tsx',
  'supply/CycleChoice.tsx',
]
const features = 'web/src/features/'
const answers = /const (\{[^}]*\}|\w+) = use(?:Query|Answer|FreshAnswer|Pages)\(([^\n]*)/g

/** The answers of a file whose failure nobody reads. */
function unread(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(answers)].flatMap(([, name = '', asked = '']) => {
    const isRead = name.startsWith('{')
      ? name.includes('error')
      : new RegExp(
          `\\b${name}\\.error|\\berror\\b.* = ${name}\\b|[={]\\{?(\\.\\.\\.)?${name}\\}|\\b${name}(, \\w+)*\\]\\.find`,
        ).test(text)
    return isRead || decorations.some((one) => asked.includes(one)) ? [] : [`${name} = ${asked}`]
  })
}

it('no page takes a failed answer for an empty one', () => {
  const files = globSync(`${features}**/*.tsx`)
  expect(files.length).toBeGreaterThan(100)
  const found = files
    .filter((file) => !silent.includes(file.slice(features.length)))
    .flatMap((file) => unread(file).map((answer) => `${file}: ${answer}`))
  expect(found).toEqual([])
})
