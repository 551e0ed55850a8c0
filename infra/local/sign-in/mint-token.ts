// Gets a bearer token for a machine client from a running server, for scripts.
import type { ClientAuthentication } from './sign-in-provider.ts'

export type MachineSecret = {
  id: string
  secret: string
  scopes: string[]
  authentication?: ClientAuthentication
}

/** An access token by client credentials; throws one clear line when the server is away or refuses. */
export async function mintToken(issuer: string, machine: MachineSecret): Promise<string> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', scope: machine.scopes.join(' ') })
  const headers: Record<string, string> = {}
  if (machine.authentication === 'client_secret_post') {
    body.set('client_id', machine.id)
    body.set('client_secret', machine.secret)
  } else {
    const name = `${encodeURIComponent(machine.id)}:${encodeURIComponent(machine.secret)}`
    headers.authorization = `Basic ${Buffer.from(name).toString('base64')}`
  }
  const answer = await fetch(`${issuer}/token`, { method: 'POST', headers, body }).catch(() => undefined)
  if (!answer) throw new Error(`No sign-in provider answers at ${issuer}: is the server running?`)
  const told: Record<string, unknown> = Object.fromEntries(Object.entries((await answer.json()) ?? {}))
  if (typeof told.access_token === 'string') return told.access_token
  throw new Error(`No token for ${machine.id}: ${String(told.error_description ?? told.error)}`)
}
