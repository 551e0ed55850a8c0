import { scryptSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hashPassword, isGoodPassword, isPasswordOf } from '../../infra/local/sign-in/passwords.ts'

const MAIL = 'owner@shop.example'

describe('passwords of the local provider', () => {
  it.each([
    'abcdefgh',
    'only small letters',
    '只有汉字的很长的密码',
    '  spaces around  ',
    `${'p'.repeat(63)}qr`,
    '🔑🗝️🚪🏠🛵🍵🌙⭐',
  ])('%j of any composition is taken', (password) => {
    expect(isGoodPassword(password, MAIL)).toBe(true)
  })

  it.each(['short', 'aaaaaaaaaaaa', MAIL, MAIL.toUpperCase(), `${'x'.repeat(127)}yz`])(
    '%j is too weak or too long',
    (password) => {
      expect(isGoodPassword(password, MAIL)).toBe(false)
    },
  )

  it('each sign of a password counts', async () => {
    const hash = await hashPassword(`${'long '.repeat(20)}End `)
    expect(await isPasswordOf(hash, `${'long '.repeat(20)}End `)).toBe(true)
    for (const other of [`${'long '.repeat(20)}end `, `${'long '.repeat(20)}End`, 'long '.repeat(20)])
      expect(await isPasswordOf(hash, other)).toBe(false)
  })

  it('a hash of before still opens', async () => {
    const salt = Buffer.alloc(16)
    const key = scryptSync('correct horse', salt, 32, { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 })
    const before = `scrypt$32768$${salt.toString('base64url')}$${key.toString('base64url')}`
    expect(await isPasswordOf(before, 'correct horse')).toBe(true)
    expect(await isPasswordOf(before, 'wrong horse')).toBe(false)
  })

  it('a hash is salted and tells nothing', async () => {
    const [one, other] = [await hashPassword('correct horse'), await hashPassword('correct horse')]
    expect(one).toMatch(/^scrypt\$32768-8-3\$/)
    expect(one).not.toBe(other)
    expect(await isPasswordOf(undefined, 'correct horse')).toBe(false)
  })
})
