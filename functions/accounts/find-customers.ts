import type { Actor } from '#platform/actor'
import type { Reaction } from '#platform/events/deliver-events'
import type { RunJob } from '#platform/jobs/run-jobs'
import { readingsOf } from '#platform/pinyin'
import { type FindIndex, findDocuments } from '#platform/search/find-documents'
import { type FindDocument, noteChange } from '#platform/search/find-store'
import { foldWaitingNotes, rebuildIndex } from '#platform/search/fold-notes'
import type { Item } from '#platform/storage/item-kind'
import type { World } from '#platform/world'
import type { FoundCustomer } from '#shared/accounts'
import { cutFields } from '#shared/customer-cuts'
import { type CustomerId, isId } from '#shared/ids'
import { isWithinUnits, type UnitPath } from '#shared/unit-path'
import { groupsSeenBy } from './customer-cut.ts'
import {
  type CustomerRecord,
  cardOf,
  customersOfLicence,
  customersOfUnits,
  customersWithIds,
  storedCustomer,
  storedCustomers,
} from './customer-store.ts'
import { customerOfNumber } from './number-store.ts'

const MOST_FOUND = 20
const CUSTOMERS_A_STEP = 100

const index: FindIndex = {
  name: 'customers',
  fields: {
    name: 'name',
    pinyin: 'sound',
    code: 'beginning',
    number: 'beginning',
    licence: 'beginning',
    phone: 'telephone',
  },
}

type Hit = { customerId: CustomerId; matched: FoundCustomer['matched'] }
type Asked = {
  text: string
  subtrees: readonly UnitPath[]
  /** Customers that something else found already, such as a person's phone number. */
  first?: readonly Hit[]
}

/** The customers under the given subtrees that a few characters find: name, sound, code, number or licence; best
 * first, each with what matched and as far as the actor sees it. Who sees no phone finds nothing by it. */
export async function findCustomers(
  world: World,
  actor: Actor,
  { text, subtrees, first = [] }: Asked,
): Promise<FoundCustomer[]> {
  const isWithin = (unitPath: UnitPath) => isWithinUnits(unitPath, subtrees)
  const [exact, found] = await Promise.all([
    exactHits(world, text),
    findDocuments(world, index, { text, limit: MOST_FOUND, isWithin }),
  ])
  const likely = found.flatMap(({ id, matched }): Hit[] =>
    isId('customer', id) ? [{ customerId: id, matched: asMatched(matched) }] : [],
  )
  const hits = new Map<CustomerId, Hit>()
  for (const hit of [...first, ...exact, ...likely])
    if (!hits.has(hit.customerId)) hits.set(hit.customerId, hit)
  const states = await storedCustomers(world.table, [...hits.keys()])
  const cards = [...hits.values()].flatMap(({ matched }, at): FoundCustomer[] => {
    const state = states[at]
    if (!state || !isWithin(state.customer.unitPath)) return []
    const seen = groupsSeenBy(actor, state.customer.unitPath)
    if (matched === 'phone' && !seen.has('reach')) return []
    return [{ ...cutFields(cardOf(state), seen), matched }]
  })
  return cards.slice(0, MOST_FOUND)
}

/** Keeps the search index: notes how a customer stands now, whatever order events come in. */
export const onCustomerChanged: Reaction = async (world, event) => {
  const { customerId } = event.about
  if (!isId('customer', customerId)) return
  const state = await storedCustomer(world.table, customerId, { isStrong: true })
  if (state) await noteChange(world, index.name, event.id, await documentOf(state.customer))
}

/** Folds what changed into the index once it is due; answers how many notes were taken in. */
export function foldCustomerSearch(world: World): Promise<number> {
  return foldWaitingNotes(world, index.name)
}

/** A job that makes the index anew from what is stored. */
export const rebuildCustomerSearch: RunJob = async (world, _job, keep) => {
  const documents: FindDocument[] = []
  let after: Item | undefined
  do {
    const { cards, last } = await customersOfUnits(world.table, '', CUSTOMERS_A_STEP, after)
    const records = await customersWithIds(
      world.table,
      cards.map(({ customerId }) => customerId),
    )
    for (const record of records) if (record) documents.push(await documentOf(record))
    after = last
    await keep({ done: documents.length, total: 0 })
  } while (after)
  await rebuildIndex(world, index.name, documents)
}

async function documentOf(customer: CustomerRecord): Promise<FindDocument> {
  const { customerId, version = 0, unitPath, name, code, number, licence, phone = '' } = customer
  const readings = (await readingsOf(name.zh)).map((reading) => reading.join(' '))
  return {
    id: customerId,
    version,
    place: unitPath,
    texts: {
      name: [name.zh, name.en].map(withoutBar).join('|'),
      pinyin: readings.join('|'),
      code: withoutBar(code),
      number: `${number}|${String(number).padStart(4, '0')}`,
      licence: withoutBar(licence.number),
      phone: withoutBar(phone),
    },
  }
}

// Numbers and licences are read by their keys, so that they are found the moment they are saved.
async function exactHits(world: World, typed: string): Promise<Hit[]> {
  const text = typed.normalize('NFKC').trim()
  const isNumber = /^\d{1,8}$/.test(text)
  const [numbered, licensed] = await Promise.all([
    isNumber ? customerOfNumber(world.table, Number(text)) : undefined,
    text.length > 20 ? [] : customersOfLicence(world.table, text),
  ])
  return [
    ...licensed.map((customerId): Hit => ({ customerId, matched: 'licence' })),
    ...(numbered ? [{ customerId: numbered, matched: 'number' } as const] : []),
  ]
}

function asMatched(field: string): FoundCustomer['matched'] {
  return field === 'pinyin' ||
    field === 'code' ||
    field === 'number' ||
    field === 'licence' ||
    field === 'phone'
    ? field
    : 'name'
}

function withoutBar(text: string): string {
  return text.replaceAll('|', ' ')
}
