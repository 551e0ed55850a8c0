// Whether keys of two access patterns can lie in one partition and be taken for each other.
import type { AccessPattern } from '#platform/storage/access-pattern'

type Shape = Pick<AccessPattern, 'pk' | 'sk' | 'index'>

/** Parts that hold a whole key of another object; the platform's events use them on purpose. */
const WHOLE_KEY = /\{(?:partition|subject)\}/

/** True when both may write the same partition and a query for one could bring up items of the other. */
export function heldTogether(left: Shape, right: Shape): boolean {
  if (left.index !== right.index || WHOLE_KEY.test(left.pk) || WHOLE_KEY.test(right.pk)) return false
  const [leftHead, rightHead] = [fixedHead(left.sk), fixedHead(right.sk)]
  return mayBeEqual(left.pk, right.pk) && (leftHead.startsWith(rightHead) || rightHead.startsWith(leftHead))
}

/** Parts never contain `#`, so two templates can only be equal segment by segment. */
function mayBeEqual(left: string, right: string): boolean {
  const segments = right.split('#')
  const pairs = left.split('#').map((segment, at) => [segment, segments[at]] as const)
  return (
    pairs.length === segments.length &&
    pairs.every(([one, other]) => other !== undefined && mayMeet(one, other))
  )
}

function mayMeet(left: string, right: string): boolean {
  if (!left.includes('{') && !right.includes('{')) return left === right
  const [leftHead, rightHead] = [fixedHead(left), fixedHead(right)]
  if (!left.includes('{')) return left.startsWith(rightHead)
  if (!right.includes('{')) return right.startsWith(leftHead)
  return leftHead.startsWith(rightHead) || rightHead.startsWith(leftHead)
}

function fixedHead(template: string): string {
  return template.replace(/\{.*$/s, '')
}
