import type { Actor } from '#platform/actor'
import { type PlannedChange, planChange, refuseOtherVersion } from '#platform/audit/plan-change'
import type { World } from '#platform/world'
import type { CustomerId } from '#shared/ids'
import { withoutGaps } from '#shared/price-rules'
import type { Agreement, AgreementRow } from '#shared/prices'
import { Problem } from '#shared/problems'
import { agreementKey, agreementWrite, rowsOfAgreement, storedAgreement } from './agreement-store.ts'
import { productsWithIds } from './product-store.ts'
import { refuseMalformed } from './save-price.ts'

/** What was agreed with a customer: no rows at version 0 when nothing ever was. */
export async function getAgreement(world: World, customerId: CustomerId): Promise<Agreement> {
  const stored = await storedAgreement(world.table, customerId)
  return { customerId, rows: rowsOfAgreement(stored), version: stored?.v ?? 0 }
}

export type AgreementInput = { customerId: CustomerId; rows: readonly AgreementRow[] }

/** What saving an agreement would do; it holds from the moment it is committed. Throws `catalogue.product_not_found`,
 * `catalogue.price_malformed`, also for two rows of one product that begin on the same day. */
export async function planAgreement(
  world: World,
  { customerId, rows }: AgreementInput,
  baseVersion?: number,
): Promise<PlannedChange> {
  const before = await getAgreement(world, customerId)
  refuseOtherVersion(before.version, baseVersion)
  const after = rows.map(wellFormed).sort(byProduct)
  const names = after.map(nameOf)
  if (new Set(names).size < names.length) throw new Problem('catalogue.price_malformed')
  const products = await productsWithIds(
    world.table,
    after.map(({ productId }) => productId),
  )
  if (products.includes(undefined)) throw new Problem('catalogue.product_not_found')
  return planChange(world, {
    type: 'agreement.saved',
    subject: agreementKey(customerId),
    about: { customerId },
    before: before.version > 0 ? { rows: before.rows.toSorted(byProduct) } : undefined,
    after: { rows: after },
    version: before.version,
    writes: (version) => [agreementWrite(customerId, after, version)],
  })
}

/** Puts an agreement in; saving what is there already changes nothing. */
export async function saveAgreement(
  world: World,
  actor: Actor,
  input: AgreementInput,
): Promise<PlannedChange['verdict']> {
  const plan = await planAgreement(world, input)
  await plan.commit(actor)
  return plan.verdict
}

function wellFormed(row: AgreementRow): AgreementRow {
  refuseMalformed(row)
  const { productId, from, until } = row
  return { productId, ...(from && { from }), ...(until && { until }), ...agreedTerms(row) }
}

function agreedTerms(row: AgreementRow) {
  const { breaks, ...bounds } = withoutGaps(row)
  return { ...(breaks && { breaks: breaks.map(({ atLeast, price }) => ({ atLeast, price })) }), ...bounds }
}

function byProduct(left: AgreementRow, right: AgreementRow): number {
  return nameOf(left) < nameOf(right) ? -1 : 1
}

function nameOf({ productId, from }: AgreementRow): string {
  return `${productId} ${from ?? ''}`
}
