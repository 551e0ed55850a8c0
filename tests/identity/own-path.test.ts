import { describe, expect, it } from 'vitest'
import { ownPath } from '../../functions/identity/begin-sign-in.ts'

const origin = 'https://portal.example'
const hostile = [
  'https://evil.example/',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '/path#@evil.example',
  '/@evil.example:80\\',
  'evil.example',
  ' //evil.example',
  '/zh/<script>',
]

describe('where a sign-in may lead', () => {
  it.each(hostile)('%j leads to no other site', (returnTo) => {
    expect(ownPath(returnTo)).toBeUndefined()
  })

  it.each([
    '/zh/',
    '/zh/orders/ord_1-2/',
    '/en/order/?from=1&to=2',
    '/./..//evil.example',
    '/%2F%2Fevil.example',
    '/%5cevil.example',
  ])('%s stays on this site', (path) => {
    expect(new URL(ownPath(path) ?? '', origin).origin).toBe(origin)
  })
})
