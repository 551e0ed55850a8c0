import { describe, expect, it } from 'vitest'
import { callerAddress } from '#platform/http/caller-address'

const local = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })
const cloud = (sourceIp: string) => ({ event: { requestContext: { http: { sourceIp } } } })

describe('where a request came from', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:0:1:aaaa::1', '2001:db8:0:1'],
    ['2001:db8::1', '2001:db8:0:0'],
  ])('a server sees %s as %s', (address, seen) => {
    expect(callerAddress(local(address), '198.51.100.1', false)).toBe(seen)
  })

  it.each(['127.0.0.1', '::1', '10.1.2.3', '172.31.0.1', '192.168.1.1', 'fd00::1', 'fe80::1', 'x', ''])(
    'the address %s says nothing',
    (address) => {
      expect(callerAddress(local(address), '', false)).toBeUndefined()
    },
  )

  it('behind the CDN its own word counts alone', () => {
    const edge = cloud('130.176.98.140')
    expect(callerAddress(edge, '1.1.1.1, 203.0.113.7, 130.176.98.140', true)).toBe('203.0.113.7')
    expect(callerAddress(edge, '1.1.1.1, 203.0.113.7', true)).toBe('203.0.113.7')
    expect(callerAddress(edge, '130.176.98.140', true)).toBeUndefined()
    expect(callerAddress(cloud('203.0.113.9'), '1.1.1.1', false)).toBe('203.0.113.9')
  })

  it('without a connection there is none', () => {
    expect(callerAddress(undefined, '203.0.113.7', false)).toBeUndefined()
  })
})
