import { describe, expect, it } from 'vitest'
import { readConfig } from '#platform/config'

const secrets = { SECRET: 'kept-by-the-company', OIDC_CLIENT_SECRET: 'of-the-provider' }

describe('the environment', () => {
  it('what is unset falls to the embedded default', () => {
    expect(readConfig({ TABLE_NAME: '', PUBLIC_ORIGIN: undefined })).toMatchObject({
      publicOrigin: 'http://localhost:8080',
      tableName: 'dianlian',
      timeZone: 'Asia/Shanghai',
      eventDelivery: 'pending',
      clockSkewSeconds: 0,
    })
  })

  it('what follows from the origin follows another one', () => {
    const { publicOrigin, signIn, filesUrl } = readConfig({
      ...secrets,
      PUBLIC_ORIGIN: 'https://portal.example',
    })
    expect({ publicOrigin, issuer: signIn.issuer, filesUrl }).toEqual({
      publicOrigin: 'https://portal.example',
      issuer: 'https://portal.example/oidc',
      filesUrl: 'https://portal.example/files',
    })
  })

  it('a closing slash of the origin changes nothing', () => {
    const of = (PUBLIC_ORIGIN: string) => readConfig({ ...secrets, PUBLIC_ORIGIN })
    expect(of('https://portal.example/')).toEqual(of('https://portal.example'))
  })

  it('secrets that everybody knows serve this machine alone', () => {
    const complaint = complaintAbout({ PUBLIC_ORIGIN: 'https://portal.example' })
    for (const name of Object.keys(secrets)) expect(complaint).toContain(`${name}:`)
    for (const origin of ['http://localhost:8080', 'http://127.0.0.1:1', 'http://[::1]:1'])
      expect(complaintAbout({ PUBLIC_ORIGIN: origin })).toBe('')
  })

  it('one line names every variable that is wrong', () => {
    const wrong = {
      PUBLIC_ORIGIN: 'localhost',
      SECRET: 'short',
      EVENT_DELIVERY: 'pigeon',
      CLOCK_SKEW_SECONDS: 'soon',
    }
    const complaint = complaintAbout(wrong)
    expect(complaint.split('\n')).toHaveLength(1)
    for (const name of Object.keys(wrong)) expect(complaint).toContain(`${name}:`)
    expect(complaint).not.toContain('TABLE_NAME')
  })
})

function complaintAbout(environment: Record<string, string>): string {
  try {
    readConfig(environment)
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}
