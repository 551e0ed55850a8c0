import { beforeAll, describe, expect, it } from 'vitest'
import { routeRights } from '#platform/http/route-rights'
import { type FieldGroup, fieldGroups, rolesThatSee } from '#shared/customer-cuts'
import { type StaffRole, staffRoles } from '#shared/roles'
import { rooms } from '../../functions/entry/api.ts'
import { deliverDue } from '../../functions/entry/schedule.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCustomer } from '../support/builders.ts'
import { credentialsOf, isAllowed } from './actors.ts'
import { ofTheActor, type Sample, samples } from './samples.ts'
import { OWN_UNIT, openStage, type Stage } from './stage.ts'

/** What a shop keeps, in values that stand nowhere else. */
const secrets = {
  addresses: [{ text: '北京路机密九号', isMain: true }],
  phone: '0871-7777777',
  customerClass: 'class-secret',
  grade: 27,
  groupList: 'list-secret',
  creditLimit: 7_654_321,
  balance: 1_234_567,
  note: '内部备注',
}
/** By the group that alone may show them: values, and names of fields that hold what is worked out of them. */
const marks: Readonly<Record<FieldGroup, readonly string[]>> = {
  reach: ['北京路机密九号', '0871-7777777'],
  grading: ['class-secret', '"grade":27'],
  money: ['list-secret', '7654321', '1234567', '"available":', '"missingFunds":', '"reserved":'],
  hold: ['机密原因'],
  internal: ['内部备注'],
}
const nobody = { kind: 'nobody' } as const
const reading = routeRights(rooms).filter(
  ({ method, rights }) => method === 'GET' && rights !== 'public' && rights !== 'signed-in' && rights.staff,
)

let stage: Stage
let call: Call
const asked = new Map<string, Sample>()

beforeAll(async () => {
  stage = await openStage()
  call = apiOf(stage.world)
  await aCustomer(stage.world, 'own', { unitPath: OWN_UNIT, ...secrets })
  for (const { method, path } of reading) {
    const sample = await samples[`${method} ${path}`]?.(stage, 'own', nobody)
    if (sample) asked.set(path, sample)
  }
  await aCustomer(stage.world, 'own', { unitPath: OWN_UNIT, ...secrets, holdReason: '机密原因' })
  while ((await deliverDue(stage.world)) > 0) stage.world.pass(2)
})

async function toldTo(role: StaffRole): Promise<Array<{ path: string; text: string }>> {
  const actor = { kind: 'staff', role, unitPath: OWN_UNIT } as const
  const open = reading.filter(
    (route) => isAllowed(route, actor, 'own') && !ofTheActor.has(`GET ${route.path}`),
  )
  return Promise.all(
    open.map(async ({ path }) => {
      const { path: at = path, ...sent } = asked.get(path) ?? {}
      const { status, text } = await call(at, { ...sent, ...(await credentialsOf(stage, actor)) })
      expect(status, `${path} ${text.slice(0, 200)}`).toBe(200)
      return { path, text }
    }),
  )
}

describe('what routes tell of a shop', () => {
  it.each(staffRoles)('no route that %s may read tells what is cut', async (role) => {
    const told = await toldTo(role)
    for (const group of fieldGroups.filter((each) => !rolesThatSee(each).includes(role)))
      for (const mark of marks[group])
        expect(
          told.filter(({ text }) => text.includes(mark)).map(({ path }) => path),
          mark,
        ).toEqual([])
  })

  it('who sees all is told every secret', async () => {
    const told = (await toldTo('account-manager')).map(({ text }) => text).join('\n')
    for (const mark of Object.values(marks)
      .flat()
      .filter((each) => each !== '"missingFunds":'))
      expect(told).toContain(mark)
  })
})
