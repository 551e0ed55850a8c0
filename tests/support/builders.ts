import { type CustomerInput, saveCustomer, setUpCompany } from '#accounts'
import { cycleIdOf, saveCycle } from '#calendar'
import { type ProductInput, productIdOfCode, publishCatalogue, savePrice, saveProduct } from '#catalogue'
import { inviteMember, inviteStaff } from '#identity'
import type { World } from '#platform/world'
import type { Company } from '#shared/accounts'
import type { StaffGrant } from '#shared/identity'
import type { CustomerId, CycleId, PersonId, ProductId } from '#shared/ids'
import { onePrice, type PriceBreak } from '#shared/price-rules'
import type { MemberRole } from '#shared/roles'
import { addSeconds, businessDateOf } from '#shared/time'
import { type ReleasePlan, releaseSupply } from '#supply'
import { writeSessionCookie } from '../../functions/identity/session-cookie.ts'
import { sessionKeyOf, sessionWrites } from '../../functions/identity/session-store.ts'
import { storedMembership, storedStaff } from '../../functions/identity/standing-store.ts'

const tester = { kind: 'system', name: 'tests' } as const
const HOUR = 3600
const SAVED_AT_ONCE = 25

const supplied: Company = {
  preset: 'supplied',
  name: { zh: '测试公司', en: 'Test company' },
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  brandColour: '#1f5f4a',
  servicePhone: '400-990-0000',
  oneOrderACycle: true,
  pricesIncludeTax: true,
}

/** A company with headquarters, two provinces and two counties in the first. */
export async function aCompany(world: World, settings: Partial<Company> = {}): Promise<Company> {
  const company = { ...supplied, ...settings }
  const paths = ['hq', 'hq/53', 'hq/53/5301', 'hq/53/5302', 'hq/44']
  const units = paths.map((path) => ({ path, name: { zh: path, en: path }, level: path.split('/').length }))
  await setUpCompany(world, tester, company, units)
  return company
}

export async function aCustomer(
  world: World,
  code: string,
  settings: Partial<CustomerInput> = {},
): Promise<CustomerId> {
  const { customerId } = await saveCustomer(world, tester, {
    code,
    name: { zh: `店${code}`, en: `Shop ${code}` },
    kind: 'retailer',
    licence: { number: '' },
    format: '',
    addresses: [],
    unitPath: 'hq/53/5301',
    batch: 'daily',
    priceList: 'standard',
    grade: 18,
    ...settings,
  })
  return customerId
}

/** A cycle of a batch that is open from an hour ago for two hours, unless told otherwise. */
export async function aCycle(
  world: World,
  batch = 'daily',
  { openSeconds = 2 * HOUR, isBiweekly }: { openSeconds?: number; isBiweekly?: boolean } = {},
): Promise<CycleId> {
  const now = world.clock.now()
  const closesAt = addSeconds(now, openSeconds)
  const cycle = {
    batch,
    date: businessDateOf(closesAt, 'Asia/Shanghai'),
    opensAt: addSeconds(now, -HOUR),
    closesAt,
    isBiweekly,
  }
  await saveCycle(world, cycle)
  return cycleIdOf(cycle)
}

export type AProduct = Partial<ProductInput> & { code: string; price?: number; breaks?: PriceBreak[] }

/** Products on sale at their prices (10.00 unless told), published. */
export async function someProducts(world: World, products: readonly AProduct[]): Promise<ProductId[]> {
  const save = async ({ price = 1000, breaks = onePrice(price), ...product }: AProduct) => {
    await saveProduct(world, tester, {
      name: { zh: `商品${product.code}`, en: `Product ${product.code}` },
      category: 'other',
      brand: '',
      unit: { zh: '条', en: 'carton' },
      minimum: 1,
      multiple: 1,
      glyph: '品',
      colour: '#355487',
      taxRate: 1300,
      state: 'on-sale',
      ...product,
    })
    await savePrice(world, tester, { list: 'standard', productId: productIdOfCode(product.code), breaks })
  }
  for (let at = 0; at < products.length; at += SAVED_AT_ONCE) {
    await Promise.all(products.slice(at, at + SAVED_AT_ONCE).map(save))
  }
  await publishCatalogue(world, tester, ['standard'])
  return products.map(({ code }) => productIdOfCode(code))
}

export async function aRelease(world: World, cycleId: CycleId, plan: Partial<ReleasePlan>): Promise<void> {
  await releaseSupply(world, tester, cycleId, { limits: [], firstCome: [], shopsOfGrade: new Map(), ...plan })
}

let people = 0
/** A member of a customer, with a phone number no one else has. */
export async function aMember(
  world: World,
  customerId: CustomerId,
  role: MemberRole = 'owner',
): Promise<PersonId> {
  const phone = `+861990${String(++people).padStart(7, '0')}`
  return (await inviteMember(world, tester, { customerId, name: `员${people}`, phone, role, isQuiet: true }))
    .personId
}

export async function someStaff(world: World, grants: StaffGrant[]): Promise<PersonId> {
  const phone = `+861991${String(++people).padStart(7, '0')}`
  const asked = { name: `职${people}`, phone, grants, subtrees: [''], isQuiet: true }
  return (await inviteStaff(world, tester, asked)).personId
}

/** The cookie of a person who has just signed in, for a customer or as staff. */
export async function aSession(
  world: World,
  personId: PersonId,
  customerId?: CustomerId,
  lifeSeconds = 24 * HOUR,
): Promise<string> {
  const standing = customerId
    ? await storedMembership(world.table, personId, customerId)
    : await storedStaff(world.table, personId)
  if (!standing) throw new Error(`${personId} has no standing`)
  const secret = world.newId.secret()
  const now = Math.floor(Date.parse(world.clock.now()) / 1000)
  const times = { beganAt: now, seenAt: now, provenAt: now, expires: now + lifeSeconds }
  const session = { personId, customerId, standing: standing.version, ...times }
  await world.table.commit(sessionWrites(sessionKeyOf(secret), session))
  return `session=${writeSessionCookie({ secret, personId, customerId })}`
}

export type AShop = {
  customerId: CustomerId
  cycleId: CycleId
  products: ProductId[]
  owner: PersonId
  cookie: string
}

/** A shop with an owner who is signed in, an open window, and `count` products on sale. */
export async function aShop(world: World, count = 3, settings: Partial<CustomerInput> = {}): Promise<AShop> {
  await aCompany(world)
  const customerId = await aCustomer(world, settings.code ?? '183', settings)
  const cycleId = await aCycle(world, settings.batch)
  const codes = Array.from({ length: count }, (_, at) => ({ code: `P-${at + 1}`, price: 1000 + at }))
  const products = await someProducts(world, codes)
  const owner = await aMember(world, customerId)
  return { customerId, cycleId, products, owner, cookie: await aSession(world, owner, customerId) }
}
