// Judges a request by the rights its route declares, before the handler sees it.
import { createMiddleware } from 'hono/factory'
import { type CustomerId, isId, partsOfOrderId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { isWithinUnit, isWithinUnits, type UnitPath, unitAbove } from '#shared/unit-path'
import type { Actor } from '../actor.ts'
import { answerOnce } from './answer-once.ts'
import type { PortalContext, PortalEnv } from './context.ts'
import { type Grant, RIGHTS_KEY, type Rights } from './rights.ts'

/** What a route adds to its description to declare its rights: the declaration, and the check that holds it. Behind the
 * check a write is held to its key, unless the room proves that itself. */
export function allows(rights: Rights, { isProvenByRoom = false } = {}) {
  const check = createMiddleware<PortalEnv>(async (context, next) => {
    await authorize(context, rights)
    return isProvenByRoom ? next() : answerOnce(context, next)
  })
  return { [RIGHTS_KEY]: rights, middleware: check }
}

async function authorize(context: PortalContext, rights: Rights): Promise<void> {
  if (rights === 'public') return
  const actor = context.get('actor')
  if (actor.kind === 'nobody') throw new Problem('identity.not_signed_in')
  if (rights === 'signed-in') return
  const subtrees = subtreesAllowed(actor, rights)
  if (!subtrees) throw new Problem('identity.not_allowed')
  const { scope } = rights
  if ('customer' in scope) await judgeCustomer(context, rights, subtrees)
  context.set('subtrees', 'unit' in scope ? narrowed(context.req.query('unitPath'), subtrees) : subtrees)
}

/** The subtrees in which the actor has a role that the grant names; undefined when it has none at all. */
function subtreesAllowed(actor: Actor, grant: Grant): readonly UnitPath[] | undefined {
  if (actor.kind === 'member') return grant.member?.includes(actor.role) ? [] : undefined
  if (actor.kind === 'client')
    return grant.client?.some((scope) => actor.scopes.includes(scope)) ? [''] : undefined
  if (actor.kind !== 'staff') return undefined
  const isFromRoot = 'company' in grant.scope && grant.scope.fromRoot
  const paths = actor.grants
    .filter(({ role, unitPath }) => grant.staff?.includes(role) && !(isFromRoot && unitAbove(unitPath)))
    .map(({ unitPath }) => unitPath)
  return paths.length > 0 ? outermost(paths) : undefined
}

function outermost(paths: readonly UnitPath[]): UnitPath[] {
  return [...new Set(paths)].filter(
    (path) => !paths.some((other) => other !== path && isWithinUnit(path, other)),
  )
}

async function judgeCustomer(
  context: PortalContext,
  grant: Grant,
  subtrees: readonly UnitPath[],
): Promise<void> {
  const customerId = await customerNamed(context, grant)
  const notFound = grant.notFound ?? 'accounts.customer_not_found'
  if (customerId === undefined) throw new Problem(notFound)
  const actor = context.get('actor')
  if (actor.kind === 'member') {
    if (actor.customerId !== customerId) throw new Problem(notFound)
    return
  }
  const unitPath = await context.get('standing').unitOfCustomer(context.get('world'), customerId)
  const isInReach = unitPath !== undefined && (actor.kind === 'client' || isWithinUnits(unitPath, subtrees))
  if (!isInReach) throw new Problem(notFound)
}

async function customerNamed(context: PortalContext, { scope }: Grant): Promise<CustomerId | undefined> {
  if (!('customer' in scope)) return undefined
  if (scope.customer === 'order') return partsOfOrderId(context.req.param('orderId') ?? '')?.customerId
  const named =
    scope.customer === 'path'
      ? context.req.param('customerId')
      : scope.customer === 'query'
        ? context.req.query('customerId')
        : customerOfBody(await readBody(context))
  return isId('customer', named) ? named : undefined
}

async function readBody(context: PortalContext): Promise<unknown> {
  try {
    return await context.req.json()
  } catch {
    throw new Problem('request.unreadable')
  }
}

function customerOfBody(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'customerId' in body ? body.customerId : undefined
}

function narrowed(unitPath: string | undefined, subtrees: readonly UnitPath[]): readonly UnitPath[] {
  if (unitPath === undefined) return subtrees
  const isAllowed = isWithinUnits(unitPath, subtrees)
  if (!isAllowed) throw new Problem('accounts.unit_not_found')
  return [unitPath]
}
