import { afterAll, beforeAll, expect, it } from 'vitest'
import { apiOf } from '../support/api-client.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { type Provider, startProvider } from './hostile-provider.ts'

let world: FakeWorld
let provider: Provider

beforeAll(async () => {
  world = await aWorld()
  const { clientId, clientSecret } = world.config.signIn
  provider = await startProvider(clientId, clientSecret)
})
afterAll(() => provider.stop())

async function beginAt(issuer: string) {
  const at = { ...world, config: { ...world.config, signIn: { ...world.config.signIn, issuer } } }
  return apiOf(at)('/sign-in')
}

it('a provider that calls itself otherwise is not asked', async () => {
  expect((await beginAt(provider.issuer)).status).toBe(302)
  const other = await beginAt(provider.issuer.replace('127.0.0.1', 'localhost'))
  expect(other.status).toBeGreaterThanOrEqual(500)
  expect(other.headers.get('location')).toBeNull()
  expect(other.text).not.toContain('127.0.0.1')
})
