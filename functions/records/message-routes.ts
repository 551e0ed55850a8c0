import type { Actor } from '#platform/actor'
import { createRoom } from '#platform/http/room'
import type { PersonId } from '#shared/ids'
import { Problem } from '#shared/problems'
import {
  largeModeAsOfRoute,
  largeModeHistoryRoute,
  preferencesAsOfRoute,
  preferencesHistoryRoute,
  reachAsOfRoute,
  reachHistoryRoute,
  templateAsOfRoute,
  templateHistoryRoute,
} from './message-route-table.ts'
import { historyOf, recordOf } from './told-routes.ts'

export const messageHistoryRoutes = createRoom()
  .openapi(preferencesHistoryRoute, async (context) => {
    const named = { preferencesOf: personOf(context.get('actor')) }
    return context.json(await historyOf(context, named, context.req.valid('query')), 200)
  })
  .openapi(preferencesAsOfRoute, async (context) => {
    const named = { preferencesOf: personOf(context.get('actor')) }
    return context.json(await recordOf(context, named, context.req.valid('query').at), 200)
  })
  .openapi(largeModeHistoryRoute, async (context) => {
    const named = { largeModeOf: personOf(context.get('actor')) }
    return context.json(await historyOf(context, named, context.req.valid('query')), 200)
  })
  .openapi(largeModeAsOfRoute, async (context) => {
    const named = { largeModeOf: personOf(context.get('actor')) }
    return context.json(await recordOf(context, named, context.req.valid('query').at), 200)
  })
  .openapi(reachHistoryRoute, async (context) => {
    const named = { person: personOf(context.get('actor')) }
    return context.json(await historyOf(context, named, context.req.valid('query')), 200)
  })
  .openapi(reachAsOfRoute, async (context) => {
    const named = { person: personOf(context.get('actor')) }
    return context.json(await recordOf(context, named, context.req.valid('query').at), 200)
  })
  .openapi(templateHistoryRoute, async (context) =>
    context.json(await historyOf(context, context.req.valid('param'), context.req.valid('query')), 200),
  )
  .openapi(templateAsOfRoute, async (context) =>
    context.json(await recordOf(context, context.req.valid('param'), context.req.valid('query').at), 200),
  )

function personOf(actor: Actor): PersonId {
  if (actor.kind !== 'member' && actor.kind !== 'staff') throw new Problem('identity.not_allowed')
  return actor.personId
}
