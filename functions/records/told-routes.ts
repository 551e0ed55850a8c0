import type { PortalContext } from '#platform/http/context'
import type { PageQuery } from '#shared/paging'
import type { Instant } from '#shared/time'
import { type RecordNamed, showHistory, showRecordAsOf } from './show-history.ts'

/** Answers a page of what happened to a record, for who asks. */
export async function historyOf(context: PortalContext, named: RecordNamed, page: PageQuery) {
  return context.json(await showHistory(context.get('world'), context.get('actor'), { ...page, named }), 200)
}

/** Answers a record at an instant, for who asks. */
export async function recordOf(context: PortalContext, named: RecordNamed, at: Instant) {
  return context.json(await showRecordAsOf(context.get('world'), context.get('actor'), { named, at }), 200)
}
