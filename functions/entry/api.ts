// The API: every room's routes under one roof, with the building's rules around them.
import { OpenAPIHono } from '@hono/zod-openapi'
import { compress } from 'hono/compress'
import { storedAccount } from '#accounts'
import { identifyActor } from '#identity'
import { answerProblem } from '#platform/http/answer-problem'
import { authenticate } from '#platform/http/authenticate'
import type { PortalEnv, Standing } from '#platform/http/context'
import { refuseCrossSite, refuseOtherDoors } from '#platform/http/cross-site'
import { documentPage } from '#platform/http/document-page'
import { holdLimits } from '#platform/http/limits'
import { openRequest } from '#platform/http/request-log'
import { ProblemAnswer } from '#platform/http/room'
import { refuseRoutesWithoutRights } from '#platform/http/route-rights'
import { setSecurityHeaders } from '#platform/http/security-headers'
import type { World } from '#platform/world'
import { Problem } from '#shared/problems'
import { accountRoutes } from '../accounts/routes.ts'
import { calendarRoutes } from '../calendar/routes.ts'
import { priceRoutes } from '../catalogue/price-routes.ts'
import { productRoutes } from '../catalogue/routes.ts'
import { exportRoutes } from '../exports/routes.ts'
import { identityRoutes } from '../identity/routes.ts'
import { importRoutes } from '../imports/routes.ts'
import { closingRoutes } from '../orders/close-routes.ts'
import { orderRoutes } from '../orders/routes.ts'
import { recordRoutes } from '../records/routes.ts'
import { requestRoutes } from '../requests/routes.ts'

const standing: Standing = {
  identify: identifyActor,
  unitOfCustomer: async (world, customerId) => (await storedAccount(world.table, customerId))?.unitPath,
}

/** Every room's routes; the access matrix is made from them. */
export const rooms = new OpenAPIHono<PortalEnv>()
  .route('/', identityRoutes)
  .route('/', accountRoutes)
  .route('/', calendarRoutes)
  .route('/', productRoutes)
  .route('/', priceRoutes)
  .route('/', orderRoutes)
  .route('/', closingRoutes)
  .route('/', importRoutes)
  .route('/', exportRoutes)
  .route('/', requestRoutes)
  .route('/', recordRoutes)

rooms.openAPIRegistry.register('Problem', ProblemAnswer)

/** The typed interface, for whoever calls it through Hono's client.
 * @public */
export type Api = typeof rooms

/** The API of one world, under `/api`. Throws at the start when a route declares no rights. */
export function createApi(world: World) {
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
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Dianlian API', version: '1' },
    servers: [{ url: '/' }],
  })
  app.get('/docs', (context) => context.html(documentPage(rooms, context.get('language'))))
  app.notFound((context) => answerProblem(context, new Problem('request.not_found')))
  refuseRoutesWithoutRights(rooms)
  return app
}
