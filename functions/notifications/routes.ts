import { markOf } from '#platform/actor'
import { etagOf, versionOf } from '#platform/http/idempotency'
import { createRoom } from '#platform/http/room'
import { Problem } from '#shared/problems'
import { listMessages, readerOf, readMessages } from './list-messages.ts'
import { listFailed, listSent } from './list-sent.ts'
import { listTemplates, publishTemplate, resetTemplate, showTemplate } from './publish-template.ts'
import {
  failedRoute,
  frameRoute,
  inboxRoute,
  largeModeRoute,
  preferencesRoute,
  publishTemplateRoute,
  readRoute,
  resetTemplateRoute,
  savePreferencesRoute,
  sentRoute,
  settleFailedRoute,
  shopDayRoute,
  staffDayRoute,
  templateRoute,
  templatesRoute,
} from './route-table.ts'
import { savePreferences, showPreferences } from './save-preferences.ts'
import { settleFailed } from './settle-failed.ts'
import { saveLargeMode, showFrame } from './show-frame.ts'
import { showShopDay } from './show-shop-day.ts'
import { showStaffDay } from './show-staff-day.ts'

const myRoutes = createRoom()
  .openapi(inboxRoute, async (context) => {
    const asked = { ...context.req.valid('query'), language: context.get('language') }
    return context.json(await listMessages(context.get('world'), readerOf(context.get('actor')), asked), 200)
  })
  .openapi(readRoute, async (context) => {
    const [world, reader] = [context.get('world'), readerOf(context.get('actor'))]
    await readMessages(world, reader, context.req.valid('json').messageIds)
    return context.json(await showFrame(world, reader), 200)
  })
  .openapi(frameRoute, async (context) =>
    context.json(await showFrame(context.get('world'), readerOf(context.get('actor'))), 200),
  )
  .openapi(largeModeRoute, async (context) => {
    const { isOn } = context.req.valid('json')
    const actor = context.get('actor')
    await saveLargeMode(context.get('world'), actor, { personId: readerOf(actor).personId, isOn })
    return context.json({ isOn }, 200)
  })
  .openapi(preferencesRoute, async (context) => {
    const { personId } = readerOf(context.get('actor'))
    const preferences = await showPreferences(context.get('world'), personId)
    context.header('ETag', etagOf(preferences.version))
    return context.json(preferences, 200)
  })
  .openapi(savePreferencesRoute, async (context) => {
    const actor = context.get('actor')
    const { personId } = readerOf(actor)
    const chosen = { ...context.req.valid('json'), personId, baseVersion: versionOf(context) }
    const preferences = await savePreferences(context.get('world'), actor, chosen)
    context.header('ETag', etagOf(preferences.version))
    return context.json(preferences, 200)
  })

const staffRoutes = createRoom()
  .openapi(failedRoute, async (context) =>
    context.json(
      await listFailed(context.get('world'), context.get('subtrees'), context.get('language')),
      200,
    ),
  )
  .openapi(settleFailedRoute, async (context) => {
    const asked = { ...context.req.valid('json'), subtrees: context.get('subtrees') }
    return context.json({ settled: await settleFailed(context.get('world'), asked) }, 200)
  })
  .openapi(sentRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    const asked = { ...context.req.valid('query'), customerId, language: context.get('language') }
    return context.json(await listSent(context.get('world'), markOf(context.get('actor')).id, asked), 200)
  })
  .openapi(templatesRoute, async (context) =>
    context.json({ items: await listTemplates(context.get('world'), context.get('language')) }, 200),
  )
  .openapi(templateRoute, async (context) => {
    const view = await showTemplate(context.get('world'), context.req.valid('param').template)
    context.header('ETag', etagOf(view.version))
    return context.json(view, 200)
  })
  .openapi(publishTemplateRoute, async (context) => {
    const { template } = context.req.valid('param')
    const asked = { template, wordings: context.req.valid('json'), baseVersion: versionOf(context) }
    const view = await publishTemplate(context.get('world'), context.get('actor'), asked)
    context.header('ETag', etagOf(view.version))
    return context.json(view, 200)
  })
  .openapi(resetTemplateRoute, async (context) => {
    const { template } = context.req.valid('param')
    const asked = { template, baseVersion: versionOf(context) }
    const view = await resetTemplate(context.get('world'), context.get('actor'), asked)
    context.header('ETag', etagOf(view.version))
    return context.json(view, 200)
  })

const dayRoutes = createRoom()
  .openapi(shopDayRoute, async (context) => {
    const [{ customerId }, actor] = [context.req.valid('param'), context.get('actor')]
    const member = actor.kind === 'member' ? actor : undefined
    const obliged = { customerId, role: member?.role, personId: member?.personId }
    return context.json(await showShopDay(context.get('world'), obliged), 200)
  })
  .openapi(staffDayRoute, async (context) => {
    const [staff, subtrees] = [context.get('actor'), context.get('subtrees')]
    if (staff.kind !== 'staff') throw new Problem('identity.not_allowed')
    return context.json(await showStaffDay(context.get('world'), { staff, subtrees }), 200)
  })

export const messageRoutes = createRoom().route('/', myRoutes).route('/', staffRoutes).route('/', dayRoutes)
