// Leaves things open in the demonstration: an approval and an objection that wait, a standing draft, unread messages.
import { customerIdOfCode, storedAccount, storedCustomer } from '#accounts'
import { askApproval } from '#approvals'
import { currentCycle } from '#calendar'
import { productIdOfCode } from '#catalogue'
import { getBasket, getStandingDraft, saveBasket, saveStandingDraft } from '#drafts'
import { inviteStaff, membersOfCustomer } from '#identity'
import { raiseObjection } from '#objections'
import { placeOrder } from '#orders'
import type { World } from '#platform/world'
import { askForChange, decideRequest } from '#requests'
import type { CustomerId } from '../../../shared/ids.ts'
import type { Company, MemberRole } from './demonstration-company.ts'

const seeder = { kind: 'system', name: 'demonstration' } as const
const once = { key: 'demonstration', fingerprint: 'demonstration' }
type Place = { world: World; company: Company }

/** Loads what waits for someone; done again, it finds most of it there. */
export async function loadWaiting(world: World, company: Company): Promise<void> {
  const place = { world, company }
  await refuseRequest(place)
  await waitForApproval(place)
  await objectToOrder(place)
  await keepStandingDraft(place)
}

async function refuseRequest({ world, company }: Place): Promise<void> {
  const owner = await memberOf(world, company.demonstration.customerCode, 'owner')
  if (!owner) return
  const { customerId, personId } = owner
  const contact = { name: '何小妹', phone: '+8619900020002', title: '收货', receivesDeliveries: true }
  const change = { kind: 'contact', contact } as const
  const asked = { key: 'demonstration contact', fingerprint: 'contact' }
  const { requestId, state } = await askForChange(world, seeder, { customerId, personId, change }, asked)
  const customerVersion = (await storedCustomer(world.table, customerId))?.customer.version
  if (state !== 'asked' || customerVersion === undefined) return
  const reason = '电话号码打不通，请核对后再提交。'
  const refused = { customerId, requestId, decision: 'refused', reason, customerVersion } as const
  await decideRequest(world, seeder, refused)
}

async function waitForApproval({ world, company }: Place): Promise<void> {
  const { customerCode } = company.demonstration
  const buyer = await memberOf(world, customerCode, 'buyer')
  const cycleId = buyer && (await openCycle(world, buyer.customerId))
  if (!buyer || !cycleId) return
  const wish = { cycleId, lines: linesLike(company, customerCode), message: '周末有喜宴，多备一些。' }
  await askApproval(world, buyer, { customerId: buyer.customerId, wish }, once)
}

async function objectToOrder({ world, company }: Place): Promise<void> {
  const desk = company.staff.find(({ roles }) => roles.some(({ role }) => role === 'order-desk'))
  const unitPath = desk?.roles[0]?.unitPath ?? '-'
  const { batch } = company.demonstration.cycle
  const ownersShops = [
    company.demonstration.customerCode,
    ...company.alsoActsFor.map(({ customerCode }) => customerCode),
  ]
  const shop = company.customers.find(
    (one) =>
      one.batch === batch &&
      !ownersShops.includes(one.code) &&
      one.unitPath.startsWith(`${unitPath}/`) &&
      linesLike(company, one.code).length > 0,
  )
  const owner = shop && (await memberOf(world, shop.code, 'owner'))
  const cycleId = owner && (await openCycle(world, owner.customerId))
  if (!desk || !cycleId) return
  const { name, mail, phone, roles } = desk
  const known = { name: name.zh, mail, phone: `+86${phone}`, grants: roles, subtrees: [''] }
  const { personId } = await inviteStaff(world, seeder, known)
  const staff = { kind: 'staff', personId, grants: roles, sessionKey: 'demonstration' } as const
  const asked = { customerId: owner.customerId, cycleId, lines: linesLike(company, shop.code) }
  const { order } = await placeOrder(world, staff, asked, once)
  const reason = '电话里没有说这么多，单子上记多了。'
  await raiseObjection(world, owner, { orderId: order.orderId, reason }, once)
}

async function keepStandingDraft({ world, company }: Place): Promise<void> {
  const [other] = company.alsoActsFor
  const member = other && (await memberOf(world, other.customerCode, other.role))
  if (!member) return
  const { customerId } = member
  if ((await getBasket(world, customerId)).version === 0)
    await saveBasket(world, member, {
      customerId,
      baseVersion: 0,
      lines: linesLike(company, other.customerCode),
    })
  if ((await getStandingDraft(world, customerId)).version === 0)
    await saveStandingDraft(world, member, { customerId, isOn: true, leavesOut: true, baseVersion: 0 })
}

async function memberOf(world: World, customerCode: string, role: MemberRole) {
  const customerId = customerIdOfCode(customerCode)
  const member = (await membersOfCustomer(world.table, customerId)).find((one) => one.role === role)
  const { personId } = member ?? {}
  const sessionKey = 'demonstration'
  return personId && ({ kind: 'member', personId, customerId, role, sessionKey } as const)
}

async function openCycle(world: World, customerId: CustomerId) {
  const account = await storedAccount(world.table, customerId)
  const cycle = account && (await currentCycle(world, account.batch))
  return cycle?.isOpen ? cycle.cycleId : undefined
}

/** The last order of a shop again, but for what is scarce. */
function linesLike({ pastOrders, limits, firstCome, products }: Company, customerCode: string) {
  const scarce = new Set([...limits, ...firstCome].map(({ productCode }) => productCode))
  const onSale = new Set(products.filter(({ state }) => state === 'on-sale').map(({ code }) => code))
  const last = pastOrders.findLast((order) => order.customerCode === customerCode)
  return (last?.lines ?? [])
    .filter(({ productCode }) => onSale.has(productCode) && !scarce.has(productCode))
    .map(({ productCode, quantity }) => ({ productId: productIdOfCode(productCode), quantity }))
}
