import { beforeAll, describe, expect, it } from 'vitest'
import type { Event } from '#platform/events/event-store'
import { routeRights } from '#platform/http/route-rights'
import type { Table } from '#platform/storage/dynamo-table'
import { rooms } from '../../functions/entry/api.ts'
import { eventWithin } from '../../functions/platform/events/event-store.ts'
import { actors, credentialsOf, isAllowed } from '../access/actors.ts'
import { samples } from '../access/samples.ts'
import { openStage, type Stage } from '../access/stage.ts'
import { trustedTokens } from '../access/trusted-tokens.ts'
import { apiOf, type Call, type Sent } from '../support/api-client.ts'
import { nothingToTell, toldChanges } from './told-changes.ts'

const routes = routeRights(rooms)
const names = new Set(routes.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`))
const changing = routes.filter(({ method }) => method !== 'GET')
const told = changing.filter(({ method, path }) => toldChanges[`${method} ${path}`])
const untold = changing.filter(({ method, path }) => nothingToTell[`${method} ${path}`])

let stage: Stage
let call: Call
let written: Event[] = []

beforeAll(async () => {
  stage = await openStage()
  stage.world.table = watched(stage.world.table)
  call = apiOf(await trustedTokens(stage.world))
})

/** Notes the events that are committed. */
function watched(table: Table): Table {
  return {
    ...table,
    metered: () => watched(table.metered()),
    commit: (writes, proof) => {
      const items = writes.flatMap((write) => ('put' in write ? [write.put] : []))
      written.push(...items.flatMap((item) => eventWithin(item)?.event ?? []))
      return table.commit(writes, proof)
    },
  }
}

/** Does what a route is for as someone who may; answers what it was asked and which events came of it. */
async function change(route: (typeof routes)[number]) {
  const name = `${route.method} ${route.path}`
  const actor = actors.find((each) => isAllowed(route, each, 'own'))
  const make = samples[name]
  if (!actor || !make) throw new Error(`Nobody does ${name}`)
  const { path, ...sent } = await make(stage, 'own', actor)
  const then = stage.world.clock.now()
  stage.world.pass(1)
  const mine = await credentialsOf(stage, actor)
  written = []
  const answer = await call(path, { ...sent, ...mine, headers: { ...sent.headers, ...mine.headers } })
  expect(answer.status, `${name}: ${answer.text.slice(0, 300)}`).toBeLessThan(400)
  return { path, sent, then, mine, events: [...written] }
}

/** A history's address: ids are those that the event is about, or stand in what was asked. */
function placeOf(
  template: string,
  route: string,
  { path, sent }: { path: string; sent: Sent },
  event: Event,
): string {
  const parts = route.split('/').map((part, at) => [part.slice(1, -1), path.split(/[/?]/)[at]])
  const known: Record<string, unknown> = {
    customerId: stage.customers.own,
    ...Object(sent.body),
    ...Object.fromEntries(parts),
    ...event.about,
  }
  return template.replace(/\{(\w+)\}/g, (_, part: string) => encodeURIComponent(String(known[part])))
}

describe('every change is told', () => {
  it('each changing route names its history or why not', () => {
    const known = [...Object.keys(toldChanges), ...Object.keys(nothingToTell)].sort()
    expect(known).toEqual(changing.map(({ method, path }) => `${method} ${path}`).sort())
    const places = [...new Set(Object.values(toldChanges).flat())]
    const absent = places.flatMap((place) =>
      [`${place}/history`, `${place}/history/record`].filter(
        (path) => !names.has(`GET ${path.replace(/\{\w+\}/g, '{}')}`),
      ),
    )
    expect(absent).toEqual([])
  })

  it.each(told)('$method $path stands in its history', async (route) => {
    const asked = await change(route)
    expect(asked.events.length, 'no event').toBeGreaterThan(0)
    const admin = actors.find((each) => each.kind === 'staff' && each.role === 'administrator')
    const readers = [asked.mine, await credentialsOf(stage, admin ?? { kind: 'nobody' })]
    const desk = { kind: 'staff', role: 'order-desk', unitPath: 'hq' } as const
    readers.push(await credentialsOf(stage, desk))
    const read = async (path: string) => {
      const refused: string[] = []
      for (const reader of readers) {
        const answer = await call(path, reader)
        if (answer.status === 200) return answer.body
        refused.push(answer.text)
      }
      throw new Error(`Nobody may read ${path}: ${refused.join()}`)
    }
    for (const event of asked.events) {
      const at = stage.world.clock.now()
      const seen = await Promise.all(
        (toldChanges[`${route.method} ${route.path}`] ?? []).map(async (template) => {
          const place = placeOf(template, route.path, asked, event)
          if (place.includes('undefined')) return false
          const rest = event.about.from ? `&from=${event.about.from}` : ''
          const { items } = await read(`${place}/history?limit=100${rest}`)
          const isThere = Array.isArray(items) && items.some(({ eventId }) => eventId === event.id)
          if (!isThere) return false
          const [before, after] = await Promise.all(
            [asked.then, at].map((instant) => read(`${place}/history/record?at=${instant}${rest}`)),
          )
          expect(after?.record, `${place} as of then is as of now`).not.toEqual(before?.record)
          return true
        }),
      )
      expect(seen, `${event.type} ${JSON.stringify(event.about)} is told nowhere`).toContain(true)
    }
  })

  it.each(untold)('$method $path changes no record', async (route) => {
    const { events } = await change(route)
    // A job tells of itself alone, a reminder of what was said.
    const isOfRecord = ({ about, type }: Event) => !about.jobId && type !== 'shop.reminded'
    expect(events.filter(isOfRecord)).toEqual([])
  })
})
