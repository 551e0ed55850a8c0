import type { PortalContext } from '#platform/http/context'
import type { PageQuery } from '#shared/paging'
import type { Instant } from '#shared/time'
import { type RecordNamed, showHistory, showRecordAsOf } from './show-history.ts'

/** A page of what happened to a record, for who asks. */
export function historyOf(context: PortalContext, named: RecordNamed, page: PageQuery) {
  return showHistory(context.get('world'), context.get('actor'), { ...page, named })
}

/** A record at an instant, for who asks. */
export function recordOf(context: PortalContext, named: RecordNamed, at: Instant) {
  return showRecordAsOf(context.get('world'), context.get('actor'), { named, at })
}
