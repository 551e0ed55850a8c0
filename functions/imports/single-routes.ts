import { saveMany, saveOne } from '#platform/audit/save-many'
import { etagOf, versionOfPerson } from '#platform/http/idempotency'
import { createRoom } from '#platform/http/room'
import { documentPlans } from './put-documents.ts'
import { getLimits, putLimit, putLimits } from './put-limits.ts'
import {
  limitsRoute,
  putDocumentRoute,
  putDocumentsRoute,
  putLimitRoute,
  putLimitsRoute,
} from './single-route-table.ts'

export const singleRoutes = createRoom()
  .openapi(limitsRoute, async (context) => {
    const limits = await getLimits(context.get('world'), context.req.valid('param'))
    context.header('ETag', etagOf(limits.version))
    return context.json(limits, 200)
  })
  .openapi(putLimitRoute, async (context) => {
    const { cycleId, product } = context.req.valid('param')
    const { reason, ...limit } = context.req.valid('json')
    const asked = { cycleId, reason, item: { ...limit, product }, baseVersion: versionOfPerson(context) }
    const limits = await putLimit(context.get('world'), context.get('actor'), asked)
    context.header('ETag', etagOf(limits.version))
    return context.json(limits, 200)
  })
  .openapi(putLimitsRoute, async (context) => {
    const asked = { ...context.req.valid('param'), ...context.req.valid('json') }
    const [world, actor, language] = [context.get('world'), context.get('actor'), context.get('language')]
    return context.json(await putLimits(world, actor, language, asked), 200)
  })
  .openapi(putDocumentRoute, async (context) => {
    const { document } = context.req.valid('param')
    const [plan, said] = [documentPlans(context.get('world')), context.req.valid('json')]
    const verdict = await saveOne(context.get('actor'), () => plan({ ...said, document }))
    return context.json({ key: document, verdict }, 200)
  })
  .openapi(putDocumentsRoute, async (context) => {
    const saved = await saveMany(
      context.get('actor'),
      context.get('language'),
      context.req.valid('json').items,
      ({ document }) => document,
      documentPlans(context.get('world')),
    )
    return context.json(saved, 200)
  })
