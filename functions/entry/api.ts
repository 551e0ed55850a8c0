// The API: every room's routes under one roof, with the building's rules around them.
import { OpenAPIHono } from '@hono/zod-openapi'
import type { PortalEnv } from '#platform/http/context'
import { documentPage } from '#platform/http/document-page'
import { ProblemAnswer } from '#platform/http/room'
import type { World } from '#platform/world'
import { accountRoutes } from '../accounts/routes.ts'
import { approvalRoutes } from '../approvals/routes.ts'
import { calendarRoutes } from '../calendar/routes.ts'
import { priceRoutes } from '../catalogue/price-routes.ts'
import { productRoutes } from '../catalogue/routes.ts'
import { closingRoutes } from '../closings/routes.ts'
import { companyRoutes } from '../company/routes.ts'
import { draftRoutes } from '../drafts/routes.ts'
import { exportRoutes } from '../exports/routes.ts'
import { identityRoutes } from '../identity/routes.ts'
import { importRoutes } from '../imports/routes.ts'
import { singleRoutes } from '../imports/single-routes.ts'
import { messageRoutes } from '../notifications/routes.ts'
import { objectionRoutes } from '../objections/routes.ts'
import { oddityRoutes } from '../oddities/routes.ts'
import { buyerRoutes } from '../orders/buyer-routes.ts'
import { correctionRoutes } from '../orders/correction-routes.ts'
import { limitRoutes } from '../orders/limit-routes.ts'
import { orderRoutes } from '../orders/routes.ts'
import { tallyRoutes } from '../orders/tally-routes.ts'
import { progressRoutes } from '../progress/routes.ts'
import { decisionHistoryRoutes } from '../records/decision-routes.ts'
import { masterDataHistoryRoutes } from '../records/master-data-routes.ts'
import { messageHistoryRoutes } from '../records/message-routes.ts'
import { peopleHistoryRoutes } from '../records/people-routes.ts'
import { archiveRoutes } from '../records/routes.ts'
import { settingHistoryRoutes } from '../records/settings-routes.ts'
import { supplyHistoryRoutes } from '../records/supply-routes.ts'
import { requestRoutes } from '../requests/routes.ts'
import { frameRooms } from './api-frame.ts'

/** Every room's routes; the access matrix is made from them. */
export const rooms = new OpenAPIHono<PortalEnv>()
  .route('/', identityRoutes)
  .route('/', accountRoutes)
  .route('/', calendarRoutes)
  .route('/', productRoutes)
  .route('/', priceRoutes)
  .route('/', orderRoutes)
  .route('/', draftRoutes)
  .route('/', closingRoutes)
  .route('/', progressRoutes)
  .route('/', tallyRoutes)
  .route('/', buyerRoutes)
  .route('/', limitRoutes)
  .route('/', approvalRoutes)
  .route('/', oddityRoutes)
  .route('/', objectionRoutes)
  .route('/', correctionRoutes)
  .route('/', importRoutes)
  .route('/', singleRoutes)
  .route('/', exportRoutes)
  .route('/', requestRoutes)
  .route('/', companyRoutes)
  .route('/', archiveRoutes)
  .route('/', masterDataHistoryRoutes)
  .route('/', messageRoutes)
  .route('/', decisionHistoryRoutes)
  .route('/', peopleHistoryRoutes)
  .route('/', supplyHistoryRoutes)
  .route('/', settingHistoryRoutes)
  .route('/', messageHistoryRoutes)

rooms.openAPIRegistry.register('Problem', ProblemAnswer)

/** The typed interface, for whoever calls it through Hono's client.
 * @public */
export type Api = typeof rooms

/** The API of one world, under `/api`, with its description. Throws at the start when a route declares no rights. */
export function createApi(world: World) {
  const app = frameRooms(world, rooms)
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Dianlian API', version: '1' },
    servers: [{ url: '/' }],
  })
  app.get('/docs', (context) => context.html(documentPage(rooms, context.get('language'))))
  return app
}
