import { customersWithIds, getCompany } from '#accounts'
import { cycleKey, readCycle } from '#calendar'
import { namesOfPeople } from '#identity'
import { previewOrder, productsOfLines } from '#orders'
import type { World } from '#platform/world'
import type { Approval, ApprovalCard } from '#shared/approvals'
import { type CustomerId, type CycleId, isId, type OrderId } from '#shared/ids'
import type { Language } from '#shared/languages'
import { isProblemCode, Problem, type ProblemEntry, problemSentence } from '#shared/problems'
import { type ApprovalRecord, approvalsOfCycle, storedApproval } from './approval-store.ts'
import type { NamedApproval } from './end-approval.ts'

/** The approvals of a customer's cycle, the newest first. */
export async function listApprovals(
  world: World,
  customerId: CustomerId,
  cycleId: CycleId,
): Promise<ApprovalCard[]> {
  const records = await approvalsOfCycle(world.table, customerId, cycleId)
  const names = await namesOfPeople(world, records.flatMap(peopleOf))
  return records.map((record) => cardOf(record, names))
}

/** An approval as lists show it. */
export async function showCard(world: World, record: ApprovalRecord): Promise<ApprovalCard> {
  return cardOf(record, await namesOfPeople(world, peopleOf(record)))
}

/** An approval with all that its page shows; throws `approvals.not_found`. */
export async function showApproval(
  world: World,
  { customerId, approvalId }: NamedApproval,
  language: Language,
): Promise<Approval> {
  const record = await storedApproval(world.table, customerId, approvalId)
  if (!record) throw new Problem('approvals.not_found')
  const { wish, lines, limit } = record
  const key = cycleKey(wish.cycleId)
  const [names, [customer], products, { timeZone }, cycle, judged] = await Promise.all([
    namesOfPeople(world, peopleOf(record)),
    customersWithIds(world.table, [customerId]),
    productsOfLines(world, lines),
    getCompany(world),
    key && world.table.get(key).then(readCycle),
    record.state === 'asked' ? judgedNow(world, record, language) : undefined,
  ])
  const { note, ownNumber, basketVersion } = wish
  return {
    ...cardOf(record, names),
    ...{ customerName: customer?.name ?? { zh: '', en: '' }, lines, note, ownNumber, basketVersion },
    ...{
      limit,
      products,
      timeZone,
      closesAt: cycle?.closesAt ?? record.dueAt,
      now: world.clock.now(),
      judged,
    },
  }
}

async function judgedNow(
  world: World,
  { customerId, wish: { cycleId, change, ...body } }: ApprovalRecord,
  language: Language,
): Promise<Approval['judged']> {
  const asked = { customerId, cycleId, change, body: { ...body, seenTotal: undefined } }
  try {
    const { lines, total, entries } = await previewOrder(world, asked)
    const refusals = entries.map((entry) => worded(entry, language))
    return { lines, total, standing: standingIn(entries), refusals }
  } catch (error) {
    // The order that it was to change is another one by now: the page says so instead of failing.
    if (!(error instanceof Problem)) throw error
    const { code, facts } = error
    return {
      lines: [],
      total: 0,
      standing: change?.orderId,
      refusals: [worded({ path: '', code, facts }, language)],
    }
  }
}

/** The one order of the cycle, when that is what stands against another. */
function standingIn(entries: readonly ProblemEntry[]): OrderId | undefined {
  const orderId = entries.find(({ code }) => code === 'orders.already_ordered')?.facts?.orderId
  return isId('order', orderId) ? orderId : undefined
}

function worded({ path, code, facts = {} }: ProblemEntry, language: Language) {
  return { path, code, message: isProblemCode(code) ? problemSentence(code, facts, language) : code }
}

function peopleOf({ askedBy, decidedBy }: ApprovalRecord): string[] {
  return decidedBy ? [askedBy, decidedBy] : [askedBy]
}

function cardOf(record: ApprovalRecord, names: ReadonlyMap<string, string>): ApprovalCard {
  const { approvalId, customerId, state, wish, lines, total, currency, askedBy, askedAt, decidedBy } = record
  const { decidedAt, reason, replacedBy } = record
  return {
    ...{ approvalId, customerId, cycleId: wish.cycleId, state, total, currency, askedAt },
    ...{ decidedAt, reason, replacedBy, message: wish.message },
    lineCount: lines.filter(({ quantity }) => quantity > 0).length,
    askedBy: names.get(askedBy) ?? '',
    decidedBy: decidedBy && names.get(decidedBy),
    orderId: record.orderId ?? wish.change?.orderId,
    isChange: wish.change !== undefined,
  }
}
