import { markOf } from '#platform/actor'
import { saveMany } from '#platform/audit/save-many'
import { etagOf, versionOf, versionOfPerson } from '#platform/http/idempotency'
import { createRoom } from '#platform/http/room'
import { pageOfPrices, refuseUnknownList } from './list-prices.ts'
import { listRemovedPrices } from './list-removed-prices.ts'
import {
  agreementRoute,
  changesRoute,
  listsRoute,
  pastPublicationRoute,
  pricesRoute,
  publicationRoute,
  removedPricesRoute,
  removePriceRoute,
  saveAgreementRoute,
  saveListRoute,
  savePriceRoute,
  savePricesRoute,
} from './price-route-table.ts'
import { publishPreviewed } from './publish-catalogue.ts'
import { putPrice } from './put-price.ts'
import { getAgreement, planAgreement } from './save-agreement.ts'
import { listPriceLists, putPriceList } from './save-list.ts'
import { planPrice, removePrice } from './save-price.ts'
import { productIdNamed } from './save-product.ts'
import { showChanges } from './show-changes.ts'
import { showPublication } from './show-publication.ts'

export const priceRoutes = createRoom()
  .openapi(listsRoute, async (context) =>
    context.json({ items: await listPriceLists(context.get('world')) }, 200),
  )
  .openapi(changesRoute, async (context) => {
    const changes = await showChanges(context.get('world'))
    context.header('ETag', etagOf(changes.version))
    return context.json(changes, 200)
  })
  .openapi(publicationRoute, async (context) => {
    const asked = { ...context.req.valid('json'), baseVersion: versionOf(context) }
    const published = await publishPreviewed(context.get('world'), context.get('actor'), asked)
    context.header('ETag', etagOf(published.version))
    return context.json(published, 200)
  })
  .openapi(pastPublicationRoute, async (context) =>
    context.json(await showPublication(context.get('world'), context.req.valid('param').version), 200),
  )
  .openapi(saveListRoute, async (context) => {
    const asked = { ...context.req.valid('json'), ...context.req.valid('param') }
    const version = versionOfPerson(context)
    const list = await putPriceList(context.get('world'), context.get('actor'), asked, version)
    context.header('ETag', etagOf(list.version))
    return context.json(list, 200)
  })
  .openapi(pricesRoute, async (context) => {
    const asked = { ...context.req.valid('query'), ...context.req.valid('param') }
    const asker = markOf(context.get('actor')).id
    return context.json(await pageOfPrices(context.get('world'), asker, asked), 200)
  })
  .openapi(removedPricesRoute, async (context) => {
    const asked = { ...context.req.valid('query'), ...context.req.valid('param') }
    const asker = markOf(context.get('actor')).id
    return context.json(await listRemovedPrices(context.get('world'), asker, asked), 200)
  })
  .openapi(savePricesRoute, async (context) => {
    const [world, { list }] = [context.get('world'), context.req.valid('param')]
    await refuseUnknownList(world, list)
    const saved = await saveMany(
      context.get('actor'),
      context.get('language'),
      context.req.valid('json').items,
      ({ product }) => product,
      ({ product, ...row }) => planPrice(world, { ...row, list, productId: productIdNamed(product) }),
    )
    return context.json(saved, 200)
  })
  .openapi(savePriceRoute, async (context) => {
    const { list, product } = context.req.valid('param')
    const row = { ...context.req.valid('json'), list, product }
    const version = versionOfPerson(context)
    const price = await putPrice(context.get('world'), context.get('actor'), row, version)
    context.header('ETag', etagOf(price.version))
    return context.json(price, 200)
  })
  .openapi(removePriceRoute, async (context) => {
    const { list, product } = context.req.valid('param')
    const { from } = context.req.valid('query')
    const named = { list, productId: productIdNamed(product), from, baseVersion: versionOfPerson(context) }
    await removePrice(context.get('world'), context.get('actor'), named)
    return context.body(null, 204)
  })
  .openapi(agreementRoute, async (context) => {
    const agreement = await getAgreement(context.get('world'), context.req.valid('param').customerId)
    context.header('ETag', etagOf(agreement.version))
    return context.json(agreement, 200)
  })
  .openapi(saveAgreementRoute, async (context) => {
    const [world, { customerId }] = [context.get('world'), context.req.valid('param')]
    const asked = { ...context.req.valid('json'), customerId }
    const plan = await planAgreement(world, asked, versionOfPerson(context))
    await plan.commit(context.get('actor'))
    context.header('ETag', etagOf(plan.version))
    return context.json(await getAgreement(world, customerId), 200)
  })
