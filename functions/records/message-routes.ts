import type { Actor } from '#platform/actor'
import { createRoom } from '#platform/http/room'
import { Problem } from '#shared/problems'
import {
  preferencesAsOfRoute,
  preferencesHistoryRoute,
  templateAsOfRoute,
  templateHistoryRoute,
} from './message-route-table.ts'
import { historyOf, recordOf } from './told-routes.ts'

export const messageHistoryRoutes = createRoom()
  .openapi(preferencesHistoryRoute, async (context) =>
    context.json(
      await historyOf(context, preferencesOf(context.get('actor')), context.req.valid('query')),
      200,
    ),
  )
  .openapi(preferencesAsOfRoute, async (context) =>
    context.json(
      await recordOf(context, preferencesOf(context.get('actor')), context.req.valid('query').at),
      200,
    ),
  )
  .openapi(templateHistoryRoute, async (context) =>
    context.json(await historyOf(context, context.req.valid('param'), context.req.valid('query')), 200),
  )
  .openapi(templateAsOfRoute, async (context) =>
    context.json(await recordOf(context, context.req.valid('param'), context.req.valid('query').at), 200),
  )

function preferencesOf(actor: Actor) {
  if (actor.kind !== 'member' && actor.kind !== 'staff') throw new Problem('identity.not_allowed')
  return { preferencesOf: actor.personId }
}
