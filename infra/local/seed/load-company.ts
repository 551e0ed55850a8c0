// Puts the demonstration company into an empty table through the rooms' doors, with passwords for those who have mail.
import { continueNumbers, getOrderMinimum, saveCustomer, saveOrderMinimum, setUpCompany } from '#accounts'
import { cycleIdOf, getOrderPlan, saveCycle, saveOrderPlan } from '#calendar'
import { productIdOfCode } from '#catalogue'
import { addContact, inviteMember, inviteStaff } from '#identity'
import { recordPastOrder } from '#orders'
import type { World } from '#platform/world'
import { releaseSupply } from '#supply'
import type { CustomerId } from '../../../shared/ids.ts'
import {
  addSeconds,
  type BusinessDate,
  businessDateOf,
  type Instant,
  instantAt,
  instantOf,
} from '../../../shared/time.ts'
import type { LocalTable } from '../local-table.ts'
import { createPasswordUser } from '../sign-in/sign-in-users.ts'
import type { Company, SeedCustomer, SeedCycle } from './demonstration-company.ts'
import { inParallel } from './in-parallel.ts'
import { loadBuyerLimits } from './load-buyer-limits.ts'
import { loadCatalogue } from './load-catalogue.ts'
import { loadRequests } from './load-requests.ts'
import { orderPlans } from './order-calendar.ts'

const seeder = { kind: 'system', name: 'demonstration' } as const
const BASIS_POINTS_A_PERCENT = 100
const RELEASED_AHEAD_SECONDS = 8 * 86_400

/** What everyone who has a mail address signs in with on a demonstration. */
export const DEMONSTRATION_PASSWORD = 'dianlian-2026'

/** What an order of the traded demonstration comes to at least, but for those who order now and then; in fen. */
export const DEMONSTRATION_MINIMUM = 25_000

/** Loads a generated company; `tell` hears how far it came. */
export async function loadCompany(
  world: World,
  localTable: LocalTable,
  company: Company,
  tell: (line: string) => void,
): Promise<void> {
  tell(`单位 units ${company.units.length}`)
  await setUpCompany(
    world,
    seeder,
    settingsOf(company),
    company.units.map(({ path, name }) => ({ path, name, level: path.split('/').length })),
  )
  if (company.preset === 'traded') await loadOrderMinimum(world)
  const customers = await loadCustomers(world, company)
  tell(`客户 customers ${customers.size}`)
  const today = businessDateOf(world.clock.now(), company.timeZone)
  await loadCatalogue(world, company, customers, today)
  tell(`商品 products ${company.products.length}`)
  await loadCycles(world, company)
  await loadReleases(world, company)
  tell(`周期 cycles ${company.cycles.length}`)
  await loadOrders(world, company, customers)
  tell(`历史订单 past orders ${company.pastOrders.length}`)
  await loadPeople(world, localTable, company, customers)
  await loadRequests(world, company, customers)
  await loadBuyerLimits(world, company, customers)
}

async function loadOrderMinimum(world: World): Promise<void> {
  if ((await getOrderMinimum(world)).version > 0) return
  const classes = [{ customerClass: 'occasional', amount: 10_000 }]
  await saveOrderMinimum(world, seeder, { amount: DEMONSTRATION_MINIMUM, classes, baseVersion: 0 })
}

function settingsOf({ preset, name, currency, timeZone, brandColour }: Company) {
  const servicePhone = '400-990-0000'
  return {
    preset,
    name,
    currency,
    timeZone,
    brandColour,
    servicePhone,
    oneOrderACycle: preset === 'supplied',
    pricesIncludeTax: true,
  }
}

async function loadCustomers(world: World, company: Company): Promise<Map<string, CustomerId>> {
  const found = new Map<string, CustomerId>()
  for (const customer of company.customers)
    found.set(customer.code, await loadCustomer(world, company, customer))
  return found
}

async function loadCustomer(world: World, { preset }: Company, seed: SeedCustomer): Promise<CustomerId> {
  const { code, licence, kind, name, unitPath, grade, priceClass, batch } = seed
  const isSettledByBalance = preset === 'supplied' && seed.balance !== undefined
  const { customerId } = await saveCustomer(world, seeder, {
    code,
    number: Number(code.replace(/\D/g, '')),
    licence: { number: licence, expiresOn: dayOf(seed.licenceExpiresOn) },
    route: seed.route,
    customerClass: preset === 'traded' ? priceClass : undefined,
    kind,
    name,
    format: seed.format.zh,
    addresses: [{ text: seed.address.zh, isMain: true }],
    unitPath,
    grade,
    batch,
    priceList: priceClass,
    creditLimit: seed.creditLimit ?? (isSettledByBalance ? 0 : undefined),
    balance: seed.balance ?? 0,
  })
  return customerId
}

/** The cycles, then the order plan that lays out those that follow; what is over stands as history. */
async function loadCycles(world: World, company: Company): Promise<void> {
  const { preset, cycles } = company
  const now = world.clock.now()
  await inParallel(cycles, (seed) => {
    const cycle = cycleOf(world, seed)
    return saveCycle(world, { ...cycle, ...(cycle.closesAt <= now && { phase: 'closed' }) })
  })
  await closeJoinedCycle(world, company)
  const { version: baseVersion } = await getOrderPlan(world)
  await saveOrderPlan(world, seeder, { plan: orderPlans[preset], reason: '演示', baseVersion })
}

/** The daily window that the demonstration joins with the next one is history, so that the plan leaves it out; after its
 * close the plan does so by itself. */
async function closeJoinedCycle(world: World, { preset, cycles, demonstration }: Company): Promise<void> {
  if (preset !== 'traded') return
  const { batch, opensAt } = cycleOf(world, demonstration.cycle)
  const today = businessDateOf(world.clock.now(), world.config.timeZone)
  const daily = orderPlans.traded.batches.find((one) => one.batch === batch)
  const closesAt = daily && instantAt(today, daily.window.closesAt, world.config.timeZone)
  if (!closesAt || closesAt <= world.clock.now()) return
  if (cycles.some(({ orderDay }) => orderDay === today)) return
  const joined = { batch, date: today, plannedDay: today, orderDay: today, opensAt, closesAt: opensAt }
  await saveCycle(world, { ...joined, phase: 'closed', reason: '与下一个窗口合并' })
}

async function loadReleases(world: World, company: Company): Promise<void> {
  const shopsOfGrade = new Map<number, number>()
  for (const { grade } of company.customers)
    if (grade !== undefined) shopsOfGrade.set(grade, (shopsOfGrade.get(grade) ?? 0) + 1)
  const limits = company.limits.map(({ productCode, ...limit }) => ({
    ...limit,
    productId: productIdOfCode(productCode),
  }))
  const firstCome = company.firstCome.map(({ productCode, quantity }) => ({
    quantity,
    productId: productIdOfCode(productCode),
  }))
  if (limits.length === 0 && firstCome.length === 0) return
  const bands = company.bands.map(({ code, productCodes }) => ({
    code,
    products: productCodes.map(productIdOfCode),
  }))
  const now = world.clock.now()
  const until = addSeconds(now, RELEASED_AHEAD_SECONDS)
  const open = company.cycles.filter(({ opensAt, closesAt }) => now < closesAt && opensAt < until)
  await inParallel(open, async (cycle) => {
    await releaseSupply(world, seeder, cycleIdOf(cycleOf(world, cycle)), {
      ...{ limits, shopsOfGrade, firstCome, bands },
    })
  })
}

async function loadOrders(
  world: World,
  company: Company,
  customers: ReadonlyMap<string, CustomerId>,
): Promise<void> {
  const batches = new Map(
    company.customers.map(({ code, batch, priceClass }) => [code, { batch, priceClass }]),
  )
  const products = new Map(company.products.map((product) => [product.code, product]))
  const cycles = new Map(company.cycles.map((cycle) => [`${cycle.batch} ${cycle.index}`, cycle]))
  const byCustomer = Map.groupBy(company.pastOrders, ({ customerCode }) => customerCode)
  await inParallel([...byCustomer], async ([code, orders]) => {
    const customerId = customers.get(code)
    const { batch = '', priceClass = '' } = batches.get(code) ?? {}
    if (!customerId) return
    orders.sort((left, right) => (left.placedAt < right.placedAt ? -1 : 1))
    for (const [at, order] of orders.entries()) {
      const cycle = cycles.get(`${batch} ${order.cycleIndex}`)
      if (!cycle) throw new Error(`No cycle ${order.cycleIndex} of ${batch}`)
      const asked = [...order.lines, ...order.unmet.map((line) => ({ ...line, quantity: 0 }))]
      const lines = asked.flatMap(({ productCode, quantity, wanted }) => {
        const product = products.get(productCode)
        const price = product?.priceFen[priceClass] ?? 0
        const taxRate = (product?.taxRate ?? 0) * BASIS_POINTS_A_PERCENT
        return [{ productId: productIdOfCode(productCode), quantity, wanted, price, taxRate }]
      })
      const cycleId = cycleIdOf(cycleOf(world, cycle))
      const placedAt = instantOf(Date.parse(order.placedAt))
      const source = `demonstration ${code} ${at + 1}`
      const past = {
        customerId,
        cycleId,
        placedAt,
        currency: company.currency,
        source,
        runningNumber: at + 1,
        lines,
      }
      await recordPastOrder(world, seeder, past)
    }
    await continueNumbers(world, customerId, orders.length)
  })
}

async function loadPeople(
  world: World,
  localTable: LocalTable,
  company: Company,
  customers: ReadonlyMap<string, CustomerId>,
): Promise<void> {
  await inParallel(company.customers, async ({ code, members }) => {
    const customerId = customers.get(code)
    if (!customerId) return
    for (const { name, phone, mail, role } of members) {
      await inviteMember(world, seeder, {
        customerId,
        name: name.zh,
        phone: e164(phone),
        mail,
        role,
        isQuiet: true,
      })
    }
  })
  await inParallel(company.customers, async ({ code, contact }) => {
    const customerId = customers.get(code)
    if (!customerId || !contact) return
    const { name, phone, title } = contact
    const asked = {
      customerId,
      name: name.zh,
      phone: e164(phone),
      title,
      receivesDeliveries: title === '收货',
    }
    await addContact(world, seeder, asked, code)
  })
  for (const { phone, customerCode, role } of company.alsoActsFor) {
    const customerId = customers.get(customerCode)
    if (customerId)
      await inviteMember(world, seeder, { customerId, name: '', phone: e164(phone), role, isQuiet: true })
  }
  for (const { name, mail, phone, roles } of company.staff) {
    await inviteStaff(world, seeder, {
      name: name.zh,
      mail,
      phone: e164(phone),
      grants: roles,
      subtrees: [''],
      isQuiet: true,
    })
  }
  const shown = company.customers.find(({ code }) => code === company.demonstration.customerCode)
  const withMail = [...company.staff, ...(shown?.members ?? [])].filter(({ mail }) => mail !== undefined)
  await inParallel(withMail, async ({ mail, phone }) => {
    await createPasswordUser(localTable, {
      email: mail ?? '',
      password: DEMONSTRATION_PASSWORD,
      phone: e164(phone),
    })
  })
}

function cycleOf(world: World, { batch, orderDay, opensAt, closesAt }: SeedCycle) {
  const closes: Instant = instantOf(Date.parse(closesAt))
  return {
    batch,
    plannedDay: dayOf(orderDay),
    orderDay: dayOf(orderDay),
    date: businessDateOf(closes, world.config.timeZone),
    opensAt: instantOf(Date.parse(opensAt)),
    closesAt: closes,
  }
}

function dayOf(day: string | undefined): BusinessDate | undefined {
  return day === undefined ? undefined : businessDateOf(instantOf(Date.parse(day)), 'UTC')
}

/** Chinese numbers as people write them, as the world writes them. */
function e164(phone: string): string {
  return phone.startsWith('+') ? phone : `+86${phone}`
}
