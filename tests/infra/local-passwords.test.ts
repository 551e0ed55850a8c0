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

  it('a hash is salted and tells nothing', async () => {
    const [one, other] = [await hashPassword('correct horse'), await hashPassword('correct horse')]
    expect(one).toMatch(/^scrypt\$/)
    expect(one).not.toBe(other)
    expect(await isPasswordOf(undefined, 'correct horse')).toBe(false)
  })
})
