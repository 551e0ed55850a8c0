import type { RouteRights } from '#platform/http/route-rights'
import { apiOf, type Call, type Sent } from '../support/api-client.ts'
import { type Actor, actors, credentialsOf, isAllowed } from './actors.ts'
import { samples } from './samples.ts'
import { openStage, type Stage, watchWrites } from './stage.ts'
import { trustedTokens } from './trusted-tokens.ts'

export type HonestRequest = { path: string; sent: Sent }

/** A request of a route as someone who may make it would. */
export async function honestRequest(stage: Stage, route: RouteRights): Promise<HonestRequest> {
  const actor = actors.find((each: Actor) => isAllowed(route, each, 'own')) ?? { kind: 'nobody' }
  const make = samples[`${route.method} ${route.path}`]
  if (!make) throw new Error(`No sample for ${route.method} ${route.path}`)
  const { path, ...sample } = await make(stage, 'own', actor)
  const credentials = await credentialsOf(stage, actor)
  return { path, sent: { ...sample, ...credentials, headers: { ...sample.headers, ...credentials.headers } } }
}

/** An API to be tried with requests that are not honest. */
export function openTrial() {
  let stage: Stage
  let call: Call
  let writes: ReturnType<typeof watchWrites>
  const open = async () => {
    stage = await openStage()
    writes = watchWrites(stage.world)
    call = apiOf(await trustedTokens(stage.world))
  }
  return {
    open,
    call: (path: string, sent: Sent) => call(path, sent),
    countWrites: () => writes.count(),
    /** What was taken of a trial before may stand in an honest request's way: then it gets a stage of its own. */
    honest: (route: RouteRights): Promise<HonestRequest> =>
      honestRequest(stage, route).catch(async () => {
        await open()
        return honestRequest(stage, route)
      }),
  }
}
