import type { PortalContext } from '#platform/http/context'
import { etagOf, versionOf, versionOfPerson } from '#platform/http/idempotency'
import { createRoom } from '#platform/http/room'
import type { Unit } from '#shared/accounts'
import { Problem } from '#shared/problems'
import { changeCompany } from './change-company.ts'
import { moveUnit, removeUnit } from './leave-place.ts'
import {
  firstStepsRoute,
  moveUnitRoute,
  removeUnitRoute,
  saveCompanyRoute,
  saveUnitRoute,
} from './route-table.ts'
import { saveUnit } from './save-unit.ts'
import { showFirstSteps } from './show-first-steps.ts'

export const companyRoutes = createRoom()
  .openapi(saveCompanyRoute, async (context) => {
    const asked = { ...context.req.valid('json'), baseVersion: versionOf(context) }
    const settings = await changeCompany(context.get('world'), context.get('actor'), asked)
    context.header('ETag', etagOf(settings.version))
    return context.json(settings, 200)
  })
  .openapi(saveUnitRoute, async (context) => {
    const path = context.req.valid('param').unit
    const asked = { ...context.req.valid('json'), path, baseVersion: versionOfPerson(context) }
    return context.json(
      tagged(context, await saveUnit(context.get('world'), context.get('actor'), asked)),
      200,
    )
  })
  .openapi(moveUnitRoute, async (context) => {
    const path = context.req.valid('param').unit
    const asked = { ...context.req.valid('json'), path, baseVersion: versionOf(context) }
    return context.json(
      tagged(context, await moveUnit(context.get('world'), context.get('actor'), asked)),
      200,
    )
  })
  .openapi(removeUnitRoute, async (context) => {
    const leaving = { path: context.req.valid('param').unit, baseVersion: versionOf(context) }
    await removeUnit(context.get('world'), context.get('actor'), leaving)
    return context.body(null, 204)
  })
  .openapi(firstStepsRoute, async (context) => {
    const staff = context.get('actor')
    if (staff.kind !== 'staff') throw new Problem('identity.not_allowed')
    return context.json(await showFirstSteps(context.get('world'), staff), 200)
  })

function tagged(context: PortalContext, unit: Unit): Unit {
  context.header('ETag', etagOf(unit.version ?? 0))
  return unit
}
