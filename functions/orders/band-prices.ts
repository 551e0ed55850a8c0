import { type Account, getCompany } from '#accounts'
import { agreementKey, publishedKey, publishedOffers, readAgreement, readPublished } from '#catalogue'
import type { World } from '#platform/world'
import { Problem } from '#shared/problems'
import type { CustomerLimits } from '#shared/supply'
import { businessDateOf } from '#shared/time'
import type { ShopLimit } from '#supply'

type Members = NonNullable<CustomerLimits['bands'][number]['members']>

/** What the products of each price band cost a customer today, by the code of the band: what people know a band by. Nothing
 * where nothing is published for the customer. */
export async function pricesOfBands(
  world: World,
  account: Account,
  limits: readonly ShopLimit[],
): Promise<ReadonlyMap<string, Members>> {
  const inBands = limits.flatMap((limit) =>
    limit.kind === 'grade' && limit.band !== undefined
      ? [{ productId: limit.productId, band: limit.band }]
      : [],
  )
  if (inBands.length === 0) return new Map<string, Members>()
  const offers = await offersTo(world, account)
  const priced = inBands.flatMap(({ productId, band }) => {
    const offer = offers?.offerOf(productId)
    const [first] = offer?.breaks ?? []
    return offer && first ? [{ band, member: { price: first.price, unit: offer.product.unit } }] : []
  })
  const byBand = Map.groupBy(priced, ({ band }) => band)
  return new Map([...byBand].map(([band, of]) => [band, of.map(({ member }) => member)]))
}

async function offersTo(world: World, account: Account) {
  const [{ timeZone }, [published, agreement]] = await Promise.all([
    getCompany(world),
    world.table.getMany([publishedKey, agreementKey(account.customerId)]),
  ])
  const on = businessDateOf(world.clock.now(), timeZone)
  const asked = { customer: account, agreement: readAgreement(agreement), on }
  try {
    return await publishedOffers(world, readPublished(published), asked)
  } catch (error) {
    if (error instanceof Problem && error.code === 'catalogue.not_published') return undefined
    throw error
  }
}
