import type { Actor } from '#platform/actor'
import { planChange } from '#platform/audit/plan-change'
import type { World } from '#platform/world'
import type { Company, Unit } from '#shared/accounts'
import { companyKey, companyWrite, storedSettings, storedUnits, unitWrite } from './company-store.ts'

// A transaction holds a hundred writes, the settings and the event among them.
const UNITS_AT_ONCE = 90

/** Puts the company's settings and its tree of units in; repeating it changes nothing. Throws
 * `request.changed_meanwhile`. */
export async function setUpCompany(
  world: World,
  actor: Actor,
  company: Company,
  units: readonly Unit[],
): Promise<void> {
  const known = new Map((await storedUnits(world.table, { isStrong: true })).map((unit) => [unit.path, unit]))
  const stored = await storedSettings(world.table)
  let [before, version] = [stored.company, stored.version]
  for (let first = 0; first === 0 || first < units.length; first += UNITS_AT_ONCE) {
    const some = units.slice(first, first + UNITS_AT_ONCE)
    const plan = planChange(world, {
      type: 'company.saved',
      subject: companyKey,
      about: {},
      before:
        before &&
        told(
          before,
          some.flatMap(({ path }) => known.get(path) ?? []),
        ),
      after: told(company, some),
      version,
      writes: (next) => [companyWrite(company, next), ...some.map(unitWrite)],
    })
    await plan.commit(actor)
    before = company
    version = plan.version
  }
}

/** The settings and the units as history shows them, with the version that counts their changes. */
export async function toldOfSettings(world: World): Promise<Record<string, unknown>> {
  const [{ company, version }, units] = await Promise.all([
    storedSettings(world.table),
    storedUnits(world.table, { isStrong: true }),
  ])
  return company ? { ...told(company, units), version } : {}
}

/** A field for each unit, so that a new one costs one. */
export function told(company: Company, units: readonly Unit[]): Record<string, unknown> {
  const fields = units.flatMap(({ path, name, levelName }) => [
    [`unit ${path}`, name],
    ...(levelName ? [[`level ${path}`, levelName]] : []),
  ])
  return { ...company, ...Object.fromEntries(fields) }
}
