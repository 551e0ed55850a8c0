import { isId } from '#shared/ids'
import { idOfSession, sessionKeyOf } from '../../functions/identity/session-store.ts'
import { aSession } from '../support/builders.ts'
import { type Actor, idOfActor } from './actors.ts'
import type { Sample } from './samples.ts'
import type { Side, Stage } from './stage.ts'

type MakeSample = (stage: Stage, side: Side, actor: Actor) => Promise<Sample> | Sample

/** Another session of the actor, by what the outside calls it. */
async function signedInElsewhere(stage: Stage, actor: Actor): Promise<string> {
  const personId = await idOfActor(stage, actor)
  if (!isId('person', personId)) return '0'.repeat(16)
  const cookie = await aSession(
    stage.world,
    personId,
    actor.kind === 'member' ? stage.customers.own : undefined,
  )
  return idOfSession(sessionKeyOf(/=([\w-]+)\./.exec(cookie)?.[1] ?? ''))
}

/** Signing in, the session, and where else one is signed in. */
export const sessionSamples: Record<string, MakeSample> = {
  'GET /sign-in': () => ({ path: '/sign-in' }),
  'GET /sign-in/callback': () => ({ path: '/sign-in/callback?code=x&state=y' }),
  'GET /session': () => ({ path: '/session' }),
  'PUT /session/acting-for': (stage, _, actor) => ({
    path: '/session/acting-for',
    method: 'PUT',
    body: actor.kind === 'member' ? { customerId: stage.customers.own } : {},
  }),
  'DELETE /session': () => ({ path: '/session', method: 'DELETE' }),
  'GET /people/me/sessions': () => ({ path: '/people/me/sessions' }),
  'DELETE /people/me/sessions': async (stage, _, actor) => {
    await signedInElsewhere(stage, actor)
    return { path: '/people/me/sessions', method: 'DELETE' }
  },
  'DELETE /people/me/sessions/{sessionId}': async (stage, _, actor) => ({
    path: `/people/me/sessions/${await signedInElsewhere(stage, actor)}`,
    method: 'DELETE',
  }),
}
