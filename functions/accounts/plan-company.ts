import { isDeepStrictEqual } from 'node:util'
import { type PlannedChange, planChange } from '#platform/audit/plan-change'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { Company, Unit } from '#shared/accounts'
import type { UnitPath } from '#shared/unit-path'
import {
  companyKey,
  companyWrite,
  storedSettings,
  storedUnits,
  unitRemoval,
  unitWrite,
} from './company-store.ts'
import { told } from './set-up-company.ts'

/** The settings of the company (none before its beginning), its units, and the version that counts changes of both. */
export type CompanyState = { company?: Company; units: readonly Unit[]; version: number }

/** The company as it truly is now. */
export async function storedCompanyState(world: World): Promise<CompanyState> {
  // The settings first: a unit that changes in between makes their version old, and the commit is refused.
  const settings = await storedSettings(world.table)
  return { ...settings, units: await storedUnits(world.table, { isStrong: true }) }
}

/** What it would do to put `after` where `before` is, `fence` being what keeps the units empty that go; a commit of a plan that has become old throws
 * `request.changed_meanwhile`. */
export function planCompany(
  world: World,
  type: 'company.begun' | 'company.changed' | 'unit.saved' | 'unit.moved' | 'unit.removed',
  before: CompanyState,
  after: { company: Company; units: readonly Unit[]; fence?: string },
): PlannedChange {
  return planChange(world, {
    type,
    subject: companyKey,
    about: {},
    before: before.company && told(before.company, before.units),
    after: told(after.company, after.units),
    version: before.version,
    writes: (version) => [
      companyWrite(after.company, version),
      ...writesBetween(before.units, after.units, (path) =>
        unitRemoval(path, after.fence, world.clock.now()),
      ),
    ],
  })
}

function writesBetween(
  before: readonly Unit[],
  after: readonly Unit[],
  removal: (path: UnitPath) => Write,
): Write[] {
  const known = new Map(before.map((unit) => [unit.path, unit]))
  const kept = new Set(after.map(({ path }) => path))
  return [
    ...after.filter((unit) => !isDeepStrictEqual(unit, known.get(unit.path))).map(unitWrite),
    ...before.filter(({ path }) => !kept.has(path)).map(({ path }) => removal(path)),
  ]
}
