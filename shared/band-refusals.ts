import { type Band, shareOfBand } from './band-rules.ts'
import type { ProductId } from './ids.ts'
import type { Text } from './languages.ts'
import type { AskedLine, NamedQuantity, Refusal } from './order-refusal.ts'
import { isCountable, leastOf } from './quantity-rules.ts'

type BandOffer = { minimum: number; multiple: number; band?: string; name?: Text }
type OfferOf = (productId: ProductId) => BandOffer | undefined

/** A line of a band as its own rules leave it: `most` is the best that they accept of it. */
type Member = {
  line: number
  productId: ProductId
  offer: BandOffer
  quantity: number
  wrong: Refusal | undefined
  most: number
  least: number
  multiple: number
}

/** Adds the broken price bands to what the rules of single lines refuse. Lines that are right keep, in their order, what
 * fits the band; the others are mended together: whichever of their nearest quantities are taken, the band then holds. */
export function withinBands(
  { offerOf, bands = [] }: { offerOf: OfferOf; bands?: readonly Band[] },
  lines: readonly AskedLine[],
  refusals: readonly Refusal[],
): Refusal[] {
  return bands.reduce<Refusal[]>(
    (found, band) => withinBand(membersOf(band, offerOf, lines, found), band, found),
    [...refusals],
  )
}

function membersOf(
  { code }: Band,
  offerOf: OfferOf,
  lines: readonly AskedLine[],
  refusals: readonly Refusal[],
): Member[] {
  return lines.flatMap(({ productId, quantity }, line) => {
    const offer = offerOf(productId)
    if (offer?.band !== code || !(quantity > 0)) return []
    const wrong = refusals.find((refusal) => refusal.line === line)
    const { multiple } = offer
    const most = wrong ? (nearestOf(wrong)[0] ?? 0) : quantity
    const counted = isCountable(quantity) ? quantity : 0
    return [{ line, productId, offer, wrong, most, least: leastOf(offer), multiple, quantity: counted }]
  })
}

function withinBand(members: readonly Member[], band: Band, refusals: Refusal[]): Refusal[] {
  const room = Math.max(0, band.cap - band.usedElsewhere)
  const isOver = sumOf(members) > room
  const atMost = members.reduce((sum, { quantity, wrong }) => sum + mostOf(quantity, wrong), 0)
  if (!isOver && atMost <= room) return refusals
  const { toMend, left } = keptWithin(members, room)
  const shares = shareOfBand(toMend, left)
  const nearestAt = new Map<number | undefined, number[]>(
    toMend.map(({ line }, at) => [line, nearestWithin(shares[at] ?? 0, isOver)]),
  )
  const mendedTogether = refusals.map((refusal) => {
    const nearest = nearestAt.get(refusal.line)
    return nearest ? { ...refusal, facts: { ...refusal.facts, nearest } } : refusal
  })
  if (!isOver) return mendedTogether
  const { code, cap, usedElsewhere: elsewhere } = band
  const facts = { band: code, cap, elsewhere, room, asked: sumOf(members) }
  const broken = toMend
    .filter(({ quantity }) => quantity > 0)
    .map(({ line, productId }): Refusal => {
      const others = othersIn(members, line)
      const nearest = nearestAt.get(line) ?? [0]
      return { code: 'orders.over_band', line, productId, facts: { ...facts, ...others, nearest } }
    })
  return [...mendedTogether, ...broken]
}

/** The lines that have to give way, and what the others leave them. */
function keptWithin(members: readonly Member[], room: number): { toMend: Member[]; left: number } {
  let left = room
  const toMend = members.filter(({ wrong, quantity }) => {
    if (wrong || quantity > left) return true
    left -= quantity
    return false
  })
  return { toMend, left }
}

/** The other lines of the band, for the sentence to list. */
function othersIn(members: readonly Member[], line: number): { others?: NamedQuantity[] } {
  const others = members.flatMap(({ line: at, offer: { name }, quantity }) =>
    at !== line && name && quantity > 0 ? [{ name, quantity }] : [],
  )
  return others.length > 0 ? { others } : {}
}

function sumOf(members: readonly Member[]): number {
  return members.reduce((sum, { quantity }) => sum + quantity, 0)
}

function nearestOf({ facts }: Refusal): number[] {
  return facts.nearest ?? []
}

function mostOf(quantity: number, wrong: Refusal | undefined): number {
  return wrong ? Math.max(...nearestOf(wrong), 0) : quantity
}

function nearestWithin(share: number, isOver: boolean): number[] {
  return share > 0 && isOver ? [share, 0] : [share]
}
