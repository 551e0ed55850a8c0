// Invents a whole company from a seed and a day.

import { companyMachines, companyStaff } from './company-staff.ts'
import { withDetails } from './customer-details.ts'
import type { BusinessDay, Company, Preset, SeedCustomer, SeedCycle } from './demonstration-company.ts'
import { distributorOrders } from './distributor-orders.ts'
import { DEMONSTRATION_DISTRIBUTOR_CODE, distributors } from './distributors.ts'
import { inventedPeople } from './invented-people.ts'
import { withOddOrders } from './odd-orders.ts'
import { suppliedCalendar, tradedCalendar } from './order-calendar.ts'
import { unitsOfProvince } from './province-units.ts'
import { releaseLimits } from './release-limits.ts'
import { DEMONSTRATION_SHOP_CODE, retailShops } from './retail-shops.ts'
import { withSettlementBalances } from './settlement-balances.ts'
import { shopOrders } from './shop-orders.ts'
import { suppliedProducts } from './supplied-products.ts'
import { PACK_CATEGORIES } from './supplied-range.ts'
import { tradedProducts } from './traded-products.ts'
import { TRADED_CATEGORIES } from './traded-range.ts'

export type CompanyRequest = { preset: Preset; seed: number; today: BusinessDay; province?: string }

/**
 * A whole invented company as plain data, for showing and for tests. The same request gives the same company, and
 * one ordering window is open at every hour of `today`; `suppliedCalendar` and `tradedCalendar` say how.
 */
export function generateCompany(request: CompanyRequest): Company {
  return request.preset === 'supplied' ? suppliedCompany(request) : tradedCompany(request)
}

function suppliedCompany({ seed, today, province = '云南省' }: CompanyRequest): Company {
  const units = unitsOfProvince(province)
  const people = inventedPeople(seed)
  const calendar = suppliedCalendar(today)
  const range = suppliedProducts(seed)
  const shops = retailShops(seed, units, people, calendar.open.batch)
  const releases = releaseLimits(seed, range, shops)
  const history = shopOrders(seed, shops, range.products, releases, calendar)
  const pastOrders = withOddOrders(history, shops)
  const { home, demonstration } = demonstrationOf(shops, DEMONSTRATION_SHOP_CODE, calendar.open)
  return {
    preset: 'supplied',
    name: { zh: '云川商贸（示例）公司', en: 'Yunchuan Trading (demonstration)' },
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    brandColour: '#1f5f4a',
    priceClasses: [{ code: 'wholesale', name: { zh: '批发价', en: 'Wholesale' } }],
    categories: PACK_CATEGORIES,
    units,
    customers: withDetails(
      seed,
      today,
      withSettlementBalances(seed, shops, range.products, pastOrders, DEMONSTRATION_SHOP_CODE),
    ),
    products: range.products,
    cycles: calendar.cycles,
    ...releases,
    pastOrders,
    staff: companyStaff(units, home.unitPath, people),
    machines: companyMachines(units, home.unitPath),
    alsoActsFor: secondCustomerOf(home, shops),
    demonstration,
  }
}

function tradedCompany({ seed, today, province = '浙江省' }: CompanyRequest): Company {
  const units = unitsOfProvince(province)
  const people = inventedPeople(seed)
  const calendar = tradedCalendar(today)
  const products = tradedProducts(seed)
  const customers = distributors(seed, units, people)
  const { home, demonstration } = demonstrationOf(customers, DEMONSTRATION_DISTRIBUTOR_CODE, calendar.open)
  return {
    preset: 'traded',
    name: { zh: '岳衡电气（示例）有限公司', en: 'Yueheng Electric (demonstration) Co., Ltd.' },
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    brandColour: '#1f4f7a',
    priceClasses: [
      { code: 'standard', name: { zh: 'B 类标准价', en: 'B Standard' } },
      { code: 'preferred', name: { zh: 'A 类优选价', en: 'A Preferred' } },
      { code: 'occasional', name: { zh: 'C 类零星价', en: 'C Occasional' } },
    ],
    categories: TRADED_CATEGORIES.map(({ code, name }) => ({ code, name })),
    units,
    customers: withDetails(seed, today, customers),
    products,
    cycles: calendar.cycles,
    limits: [],
    plannedReleases: [],
    bands: [],
    firstCome: [],
    pastOrders: withOddOrders(distributorOrders(seed, customers, products, calendar), customers),
    staff: companyStaff(units, home.unitPath, people),
    machines: companyMachines(units, home.unitPath),
    alsoActsFor: secondCustomerOf(home, customers),
    demonstration,
  }
}

function demonstrationOf(customers: SeedCustomer[], customerCode: string, cycle: SeedCycle) {
  const home = customers.find(({ code }) => code === customerCode)
  if (!home) throw new Error(`no customer has the code ${customerCode}`)
  return { home, demonstration: { customerCode, cycle } }
}

function secondCustomerOf(home: SeedCustomer, customers: SeedCustomer[]): Company['alsoActsFor'] {
  const city = home.unitPath.slice(0, home.unitPath.lastIndexOf('/'))
  const second = customers.find(({ code, unitPath }) => code !== home.code && unitPath.startsWith(`${city}/`))
  return second ? [{ phone: home.phone, customerCode: second.code, role: 'buyer' }] : []
}
