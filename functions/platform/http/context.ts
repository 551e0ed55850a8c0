// What a request carries through the handlers: its world, who acts, and how rights are looked up.
import type { Context } from 'hono'
import type { CustomerId } from '#shared/ids'
import type { Language } from '#shared/languages'
import type { ProblemCode } from '#shared/problems'
import type { UnitPath } from '#shared/unit-path'
import type { Actor } from '../actor.ts'
import type { World } from '../world.ts'

/** What the building must know of its rooms to judge a request; the entry hands it in. */
export type Standing = {
  /** Who the bearer of this cookie or token is now. */
  identify(world: World, credentials: { cookie?: string; bearer?: string }): Promise<Actor>
  /** Where a customer hangs; undefined when there is no such customer. */
  unitOfCustomer(world: World, customerId: CustomerId): Promise<UnitPath | undefined>
}

export type RequestVariables = {
  world: World
  actor: Actor
  language: Language
  requestId: string
  /** What the request was refused with. */
  problemCode?: ProblemCode
  standing: Standing
  /** Subtrees within which the actor may do what the route does; empty for a member, whose scope is the customer. */
  subtrees: readonly UnitPath[]
}

export type PortalEnv = { Variables: RequestVariables }
export type PortalContext = Context<PortalEnv>
