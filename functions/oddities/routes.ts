import { etagOf, versionOf } from '#platform/http/idempotency'
import { createRoom } from '#platform/http/room'
import { countOddities } from './count-oddities.ts'
import { listOddities } from './list-oddities.ts'
import { reviewOddity } from './review-oddity.ts'
import {
  countsRoute,
  odditiesRoute,
  reviewRoute,
  saveThresholdsRoute,
  thresholdsRoute,
} from './route-table.ts'
import { getThresholds, saveThresholds } from './thresholds.ts'

export const oddityRoutes = createRoom()
  .openapi(odditiesRoute, async (context) => {
    const { unitPath: _, ...query } = context.req.valid('query')
    const asked = { ...query, subtrees: context.get('subtrees') }
    return context.json(await listOddities(context.get('world'), context.get('actor'), asked), 200)
  })
  .openapi(countsRoute, async (context) => {
    const { cycleId } = context.req.valid('query')
    const asked = { cycleId, subtrees: context.get('subtrees') }
    return context.json(await countOddities(context.get('world'), asked), 200)
  })
  .openapi(reviewRoute, async (context) => {
    const named = context.req.valid('param')
    const asked = { ...named, ...context.req.valid('json'), baseVersion: versionOf(context) }
    const oddity = await reviewOddity(context.get('world'), context.get('actor'), asked)
    context.header('ETag', etagOf(oddity.version))
    return context.json(oddity, 200)
  })
  .openapi(thresholdsRoute, async (context) => {
    const thresholds = await getThresholds(context.get('world'))
    context.header('ETag', etagOf(thresholds.version))
    return context.json(thresholds, 200)
  })
  .openapi(saveThresholdsRoute, async (context) => {
    const asked = { ...context.req.valid('json'), baseVersion: versionOf(context) }
    const thresholds = await saveThresholds(context.get('world'), context.get('actor'), asked)
    context.header('ETag', etagOf(thresholds.version))
    return context.json(thresholds, 200)
  })
