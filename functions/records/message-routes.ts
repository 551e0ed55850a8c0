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
    return historyOf(context, named, context.req.valid('query'))
  })
  .openapi(preferencesAsOfRoute, async (context) => {
    const named = { preferencesOf: personOf(context.get('actor')) }
    return recordOf(context, named, context.req.valid('query').at)
  })
  .openapi(largeModeHistoryRoute, async (context) => {
    const named = { largeModeOf: personOf(context.get('actor')) }
    return historyOf(context, named, context.req.valid('query'))
  })
  .openapi(largeModeAsOfRoute, async (context) => {
    const named = { largeModeOf: personOf(context.get('actor')) }
    return recordOf(context, named, context.req.valid('query').at)
  })
  .openapi(reachHistoryRoute, async (context) => {
    const named = { person: personOf(context.get('actor')) }
    return historyOf(context, named, context.req.valid('query'))
  })
  .openapi(reachAsOfRoute, async (context) => {
    const named = { person: personOf(context.get('actor')) }
    return recordOf(context, named, context.req.valid('query').at)
  })
  .openapi(templateHistoryRoute, (context) =>
    historyOf(context, context.req.valid('param'), context.req.valid('query')),
  )
  .openapi(templateAsOfRoute, (context) =>
    recordOf(context, context.req.valid('param'), context.req.valid('query').at),
  )

function personOf(actor: Actor): PersonId {
  if (actor.kind !== 'member' && actor.kind !== 'staff') throw new Problem('identity.not_allowed')
  return actor.personId
}
