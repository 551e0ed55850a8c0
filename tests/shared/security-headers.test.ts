import { expect, it } from 'vitest'
import { securityHeaders } from '#shared/security-headers'

it('browsers stay encrypted for a year and more', () => {
  const [, seconds] =
    /^max-age=(\d+); includeSubDomains$/.exec(securityHeaders['Strict-Transport-Security']) ?? []
  expect(Number(seconds)).toBeGreaterThanOrEqual(365 * 24 * 3600)
})

it('nothing is framed, guessed at or told elsewhere', () => {
  const policy = securityHeaders['Content-Security-Policy'].split('; ')
  for (const directive of ["frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'"])
    expect(policy).toContain(directive)
  expect(securityHeaders['X-Content-Type-Options']).toBe('nosniff')
  expect(securityHeaders['Referrer-Policy']).toBe('same-origin')
  expect(Object.keys(securityHeaders).join()).not.toMatch(/access-control/i)
})
