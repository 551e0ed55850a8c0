// The building's rules around the routes of rooms: the same for all of them at once and for one room alone.
import { OpenAPIHono } from '@hono/zod-openapi'
import { compress } from 'hono/compress'
import { storedAccount } from '#accounts'
import { identifyActor } from '#identity'
import { answerProblem } from '#platform/http/answer-problem'
import { authenticate } from '#platform/http/authenticate'
import type { PortalEnv, Standing } from '#platform/http/context'
import { refuseCrossSite, refuseOtherDoors } from '#platform/http/cross-site'
import { holdLimits } from '#platform/http/limits'
import { openRequest } from '#platform/http/request-log'
import { refuseRoutesWithoutRights } from '#platform/http/route-rights'
import { setSecurityHeaders } from '#platform/http/security-headers'
import type { World } from '#platform/world'
import { Problem } from '#shared/problems'

const standing: Standing = {
  identify: identifyActor,
  unitOfCustomer: async (world, customerId) => (await storedAccount(world.table, customerId))?.unitPath,
}

/** An API of these rooms, under `/api`. Throws when a route declares no rights. */
export function frameRooms(world: World, rooms: OpenAPIHono<PortalEnv>) {
  const app = new OpenAPIHono<PortalEnv>().basePath('/api')
  app.use(
    openRequest(world, standing),
    setSecurityHeaders,
    compress(),
    refuseOtherDoors,
    refuseCrossSite,
    holdLimits,
    authenticate,
  )
  app.onError((error, context) => answerProblem(context, error))
  app.route('/', rooms)
  app.notFound((context) => answerProblem(context, new Problem('request.not_found')))
  refuseRoutesWithoutRights(rooms)
  return app
}
