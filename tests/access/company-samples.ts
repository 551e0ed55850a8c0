import { storedCompanyState } from '#accounts'
import { unitNameOf } from '#shared/unit-path'
import { saveUnit } from '../../functions/company/save-unit.ts'
import type { Sent } from '../support/api-client.ts'
import type { Stage } from './stage.ts'

type Sample = Sent & { path: string }
type MakeSample = (stage: Stage) => Promise<Sample> | Sample

const tester = { kind: 'system', name: 'tests' } as const
const name = { zh: '新单位', en: 'New unit' }
let made = 0
const nextPath = () => `hq/n${++made}`

async function ofUnit({ world }: Stage, rest: string, sent: Sent): Promise<Sample> {
  const path = nextPath()
  await saveUnit(world, tester, { path, name, baseVersion: 0 })
  return { ...sent, path: `/units/${unitNameOf(path)}${rest}`, headers: { 'if-match': '"1"' } }
}

/** Requests about the company's settings and its tree of units. */
export const companySamples: Record<string, MakeSample> = {
  'GET /company': () => ({ path: '/company' }),
  'PUT /company': async ({ world }) => ({
    path: '/company',
    method: 'PUT',
    headers: { 'if-match': `"${(await storedCompanyState(world)).version}"` },
    body: { servicePhone: `400-${++made}` },
  }),
  'GET /company/first-steps': () => ({ path: '/company/first-steps' }),
  'GET /units': () => ({ path: '/units' }),
  'PUT /units/{unit}': () => ({
    path: `/units/${unitNameOf(nextPath())}`,
    method: 'PUT',
    headers: { 'if-match': '"0"' },
    body: { name },
  }),
  'POST /units/{unit}/move': (stage) => ofUnit(stage, '/move', { method: 'POST', body: { under: 'hq/44' } }),
  'DELETE /units/{unit}': (stage) => ofUnit(stage, '', { method: 'DELETE' }),
}
