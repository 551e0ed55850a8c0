import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetOffline } from '../../web/src/forget-offline.ts'

const kept = new Set<string>()
const narrowed = new Map<string, string>()
let storage: Record<string, unknown>

beforeEach(() => {
  kept.add('order-answers').add('order-files')
  narrowed.set('dianlian.list /staff/customers/', '?text=xwb')
  // The names of what is stored are own keys of a browser's storage.
  storage = {
    'dianlian.session': '1',
    'dianlian.opened.a': '1',
    'dianlian.shop': '1',
    'dianlian.customer': '1',
    'dianlian.cycle': '1',
    'dianlian.form customer a': '1',
    'dianlian.draft.a': '1',
  }
  Object.defineProperty(storage, 'removeItem', { value: (name: string) => delete storage[name] })
  vi.stubGlobal('localStorage', storage)
  vi.stubGlobal('sessionStorage', { clear: () => narrowed.clear() })
  vi.stubGlobal('caches', { delete: async (name: string) => kept.delete(name) })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

test('signing out leaves no answers on the device', async () => {
  await forgetOffline()
  expect([...kept]).toEqual(['order-files'])
  expect(Object.keys(storage)).toEqual(['dianlian.draft.a'])
  expect(narrowed.size).toBe(0)
})

test('a browser that forbids storage lets one out', async () => {
  vi.stubGlobal('caches', { delete: () => Promise.reject(new Error('forbidden')) })
  await expect(forgetOffline()).resolves.toBeUndefined()
})
