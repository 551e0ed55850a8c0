import { describe, expect, test } from 'vitest'
import { gtinFault } from '#shared/gtin'
import type { Company, Preset } from '../../infra/local/seed/demonstration-company.ts'
import { generateCompany } from '../../infra/local/seed/generate-company.ts'

const today = '2026-11-22'
const companies: [Preset, Company][] = (['supplied', 'traded'] as const).map((preset) => [
  preset,
  generateCompany({ preset, seed: 7, today }),
])

function duplicatesIn(items: string[]): string[] {
  return items.filter((item, at) => items.indexOf(item) !== at)
}

function textsOf(company: Company): { zh: string; en: string }[] {
  const { units, customers, products, staff, categories, priceClasses, machines } = company
  const ofCustomers = customers.flatMap(({ name, address, format, members }) => [
    name,
    address,
    format,
    ...members.map((member) => member.name),
  ])
  const ofProducts = products.flatMap(({ name, brand, unit }) => [name, brand, unit])
  const ofOthers = [...units, ...staff, ...categories, ...priceClasses, ...machines].map(({ name }) => name)
  return [company.name, ...ofCustomers, ...ofProducts, ...ofOthers]
}

describe.each(companies)('the %s company', (preset, company) => {
  test('the same seed and day give the same company', () => {
    expect(generateCompany({ preset, seed: 7, today })).toEqual(company)
  })

  test('another seed gives other shops and orders', () => {
    const other = generateCompany({ preset, seed: 8, today })
    expect(other.customers).not.toEqual(company.customers)
    expect(other.pastOrders).not.toEqual(company.pastOrders)
  })

  test('every unit hangs on a known parent', () => {
    const paths = new Set(company.units.map(({ path }) => path))
    const orphans = company.units.filter(
      ({ path }) => path.includes('/') && !paths.has(path.slice(0, path.lastIndexOf('/'))),
    )
    expect(orphans).toEqual([])
    expect(company.units.filter(({ level }) => level === 'headquarters')).toHaveLength(1)
    const used = [
      ...company.customers.map(({ unitPath }) => unitPath),
      ...[...company.staff, ...company.machines].flatMap(({ roles }) =>
        roles.map(({ unitPath }) => unitPath),
      ),
    ]
    expect(used.filter((path) => !paths.has(path))).toEqual([])
  })

  test('no code, phone, mail or licence stands twice', () => {
    const { units, customers, products, staff } = company
    const people = [...customers.flatMap(({ members }) => members), ...staff]
    expect(duplicatesIn(units.map(({ path }) => path))).toEqual([])
    expect(duplicatesIn(customers.map(({ code }) => code))).toEqual([])
    expect(duplicatesIn(customers.map(({ licence }) => licence))).toEqual([])
    expect(duplicatesIn(customers.map(({ name }) => name.zh))).toEqual([])
    expect(duplicatesIn(products.map(({ code }) => code))).toEqual([])
    expect(duplicatesIn(products.map(({ barcode }) => barcode))).toEqual([])
    expect(duplicatesIn(products.map(({ name }) => name.zh))).toEqual([])
    expect(duplicatesIn(products.map(({ name }) => name.en))).toEqual([])
    expect(duplicatesIn(people.map(({ phone }) => phone))).toEqual([])
    expect(duplicatesIn(people.flatMap(({ mail }) => mail ?? []))).toEqual([])
  })

  test('numbers and mails can belong to nobody', () => {
    const people = [...company.customers.flatMap(({ members }) => members), ...company.staff]
    expect(people.filter(({ phone }) => !/^1990000\d{4}$/.test(phone))).toEqual([])
    expect(people.filter(({ mail }) => mail && !/^[a-z0-9.]+@[a-z]+\.example$/.test(mail))).toEqual([])
    expect(company.customers.filter(({ licence }) => !/^\d{6}9\d{5}$/.test(licence))).toEqual([])
  })

  test('every name is Chinese and Latin, never empty', () => {
    const broken = textsOf(company).filter(
      ({ zh, en }) => !zh || !/[A-Za-z]/.test(en) || /\p{Script=Han}/u.test(en),
    )
    expect(broken).toEqual([])
  })

  test('every barcode carries its right check digit', () => {
    const wrong = company.products.filter(
      ({ barcode }) => !/^2\d{12}$/.test(barcode) || gtinFault(barcode) !== undefined,
    )
    expect(wrong).toEqual([])
  })

  test('every price class prices every product above zero', () => {
    for (const { priceFen } of company.products)
      for (const { code } of company.priceClasses) {
        expect(priceFen[code]).toBeGreaterThan(0)
        expect(Number.isInteger(priceFen[code])).toBe(true)
      }
    const classes = new Set(company.priceClasses.map(({ code }) => code))
    expect(company.customers.filter(({ priceClass }) => !classes.has(priceClass))).toEqual([])
  })

  test('every minimum is itself an allowed quantity', () => {
    expect(
      company.products.filter(({ minimum, multiple }) => minimum < 1 || minimum % multiple !== 0),
    ).toEqual([])
  })

  test('each staff role and each member role exists', () => {
    const staffRoles = new Set(company.staff.flatMap(({ roles }) => roles.map(({ role }) => role)))
    expect([...staffRoles].sort()).toEqual([
      'account-manager',
      'administrator',
      'analyst',
      'field-technician',
      'order-desk',
      'publisher',
      'service-agent',
      'supply-planner',
    ])
    const home = company.customers.find(({ code }) => code === company.demonstration.customerCode)
    expect(home?.members.map(({ role }) => role)).toEqual(['owner', 'buyer', 'service-clerk', 'read-only'])
    const depths = new Set(
      company.staff.flatMap(({ roles }) => roles.map((one) => one.unitPath.split('/').length)),
    )
    expect([...depths].sort()).toEqual([1, 2, 3, 4])
  })

  test('every customer has one owner, whose phone it is', () => {
    const wrong = company.customers.filter(({ phone, members }) => {
      const owners = members.filter(({ role }) => role === 'owner')
      return owners.length !== 1 || owners[0]?.phone !== phone
    })
    expect(wrong).toEqual([])
  })

  test('who acts twice does so for another customer', () => {
    expect(company.alsoActsFor.length).toBeGreaterThan(0)
    for (const { phone, customerCode } of company.alsoActsFor) {
      const own = company.customers.find(({ members }) => members.some((member) => member.phone === phone))
      expect(own?.code).not.toBe(customerCode)
      expect(company.customers.map(({ code }) => code)).toContain(customerCode)
    }
  })
})

test('the supplied company has the sizes asked for', () => {
  const company = generateCompany({ preset: 'supplied', seed: 7, today })
  expect(company.customers).toHaveLength(300)
  expect(company.products).toHaveLength(120)
  expect(company.units.filter(({ level }) => level === 'city')).toHaveLength(16)
  expect(company.units.filter(({ level }) => level === 'county')).toHaveLength(129)
})

test('the traded company lives on credit and minimums', () => {
  const { customers, products } = generateCompany({ preset: 'traded', seed: 7, today })
  expect(customers).toHaveLength(60)
  expect(products).toHaveLength(400)
  expect(new Set(products.map(({ unit }) => unit.zh))).toEqual(new Set(['只', '个', '米', '卷', '箱']))
  expect(new Set(customers.map(({ priceClass }) => priceClass)).size).toBe(3)
  const overdrawn = customers.filter(({ creditLimit = 0, balance = 0 }) => creditLimit + balance <= 0)
  expect(overdrawn).toEqual([])
})

test('another province brings its own cities', () => {
  const { units } = generateCompany({ preset: 'supplied', seed: 7, today, province: '贵州省' })
  expect(units.map(({ name }) => name.en)).toContain('Qiandongnan Miao and Dong Autonomous Prefecture')
  expect(() => generateCompany({ preset: 'traded', seed: 7, today, province: '乌有省' })).toThrow('乌有省')
})
