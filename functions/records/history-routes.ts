// The two routes by which any record tells what happened to it: a page of its history, and how it stood at an instant.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import type { PortalContext } from '#platform/http/context'
import type { Grant } from '#platform/http/rights'
import { answers, createRoom } from '#platform/http/room'
import { AsOfQuery, HistoryPage, HistoryQuery, RecordAsOf } from '#shared/records'
import { type RecordNamed, showHistory, showRecordAsOf } from './show-history.ts'

type Telling<Parts extends z.ZodObject> = {
  /** Where the record lies below `/api`. */
  path: string
  /** What the address says of the record: those that the path has no place for stand in the query. */
  parts: Parts
  rights: Grant | 'signed-in'
  named(parts: z.infer<Parts>, context: PortalContext): RecordNamed
  /** What the first route answers, for the description of the API. */
  history: string
  /** What the second answers. */
  record: string
}

/** Adds the routes of one record to a room. */
type AddRoutes = (room: ReturnType<typeof createRoom>) => unknown

/** Of a record that there is one of. */
export const onlyOne = z.object({})

/** The routes of records that tell their history. */
export function historyRoutes(records: readonly AddRoutes[]) {
  const room = createRoom()
  for (const addTo of records) addTo(room)
  return room
}

/** Declares `GET {path}/history` and `GET {path}/history/record` of a record, under the same rights. */
export function tells<Parts extends z.ZodObject>(telling: Telling<Parts>): AddRoutes {
  const { path, parts, rights, named, history, record } = telling
  const params = partsThat(parts, (name) => path.includes(`{${name}}`))
  const query = partsThat(parts, (name) => !path.includes(`{${name}}`))
  const namedIn = (context: PortalContext) =>
    named(parts.parse({ ...context.req.query(), ...context.req.param() }), context)
  const common = { method: 'get' as const, tags: ['History'], ...allows(rights) }
  const historyRoute = createRoute({
    ...common,
    path: `${path}/history`,
    summary: history,
    request: { params, query: HistoryQuery.extend(query.shape) },
    responses: { 200: answers(HistoryPage, 'What happened, newest first') },
  })
  const recordRoute = createRoute({
    ...common,
    path: `${path}/history/record`,
    summary: record,
    request: { params, query: AsOfQuery.extend(query.shape) },
    responses: { 200: answers(RecordAsOf, 'The record at that instant') },
  })
  return (room) =>
    room
      .openapi(historyRoute, async (context) => {
        const asked = { ...HistoryQuery.parse(context.req.query()), named: namedIn(context) }
        return context.json(await showHistory(context.get('world'), context.get('actor'), asked), 200)
      })
      .openapi(recordRoute, async (context) => {
        const asked = { ...AsOfQuery.parse(context.req.query()), named: namedIn(context) }
        return context.json(await showRecordAsOf(context.get('world'), context.get('actor'), asked), 200)
      })
}

function partsThat(parts: z.ZodObject, isChosen: (name: string) => boolean): z.ZodObject {
  return z.object(Object.fromEntries(Object.entries(parts.shape).filter(([name]) => isChosen(name))))
}
