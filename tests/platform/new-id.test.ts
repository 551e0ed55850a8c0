import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createNewId, derivedId, fingerprint } from '#platform/new-id'
import { createRemember } from '#platform/remember'
import { isId } from '#shared/ids'

describe('new ids', () => {
  it('ids of one process sort as they were made', () => {
    let now = 1_000_000
    const newId = createNewId(() => now)
    const made = Array.from({ length: 500 }, (_, at) => {
      if (at % 100 === 0) now += 1
      return newId.event()
    })
    expect([...made].sort()).toEqual(made)
    expect(new Set(made).size).toBe(500)
  })

  it('a secret is long and never comes twice', () => {
    const newId = createNewId()
    const secrets = new Set(Array.from({ length: 200 }, () => newId.secret()))
    expect(secrets.size).toBe(200)
    for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  })

  it('the same parts give the same id everywhere', () => {
    expect(derivedId('customer', '530102-0183')).toBe('cus_X6X2R6W420C33XNB')
    expect(isId('customer', derivedId('customer', '店 1'))).toBe(true)
  })

  it('parts never run into one another', () => {
    expect(derivedId('order', 'ab', 'c')).not.toBe(derivedId('order', 'a', 'bc'))
    expect(derivedId('order', 'a')).not.toBe(derivedId('job', 'a').replace('job', 'ord'))
  })
})

describe('fingerprints', () => {
  it('the order of keys makes no difference', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(fingerprint(turned)).toBe(fingerprint(value))
      }),
    )
  })

  it('the order of a list and every value do', () => {
    expect(fingerprint([1, 2])).not.toBe(fingerprint([2, 1]))
    expect(fingerprint({ a: 1 })).not.toBe(fingerprint({ a: '1' }))
    expect(fingerprint({ a: { b: 1 } })).not.toBe(fingerprint({ a: { b: 2 } }))
    expect(fingerprint({ a: undefined })).toBe(fingerprint({}))
  })
})

describe('what is kept of a secret', () => {
  it('it holds more than 128 bits', () => {
    expect(Buffer.from(fingerprint(['session', 'x']), 'base64url').length * 8).toBeGreaterThanOrEqual(128)
  })
})

describe('what a process remembers', () => {
  it('a snapshot is loaded once for all', async () => {
    const remember = createRemember()
    let loads = 0
    const load = async () => ++loads
    expect(await Promise.all([remember('a', load), remember('a', load), remember('b', load)])).toEqual([
      1, 1, 2,
    ])
  })

  it('a load that failed is tried again', async () => {
    const remember = createRemember()
    const failing = remember('a', () => Promise.reject(new Error('away')))
    await expect(failing).rejects.toThrow('away')
    expect(await remember('a', async () => 'there')).toBe('there')
  })

  it('the oldest snapshot leaves when it is full', async () => {
    const remember = createRemember(3)
    for (const key of ['a', 'b', 'c', 'd']) await remember(key, async () => `old ${key}`)
    expect(await remember('d', async () => 'new')).toBe('old d')
    expect(await remember('b', async () => 'new')).toBe('old b')
    expect(await remember('a', async () => 'new')).toBe('new')
  })
})
