import type { ReactNode } from 'react'
import { Reading } from '../Asked.tsx'
import { More } from '../More.tsx'
import type { usePages } from '../use-pages.ts'

type ListFrameProps<Row> = {
  title: string
  /** What can be done beside the list as a whole. */
  actions: ReactNode
  filters: ReactNode
  pages: Omit<ReturnType<typeof usePages<Row>>, 'items'> & { items: Row[] | undefined }
  /** What stands where no row does. */
  none: ReactNode
  children: (rows: Row[]) => ReactNode
}

/** A page that is a list: its title, what narrows it, its rows page by page, and what to say when there are none. */
export function ListFrame<Row>({ title, actions, filters, pages, none, children }: ListFrameProps<Row>) {
  const { items, error, again, more, isReadingMore } = pages
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        <div className="actions">{actions}</div>
      </div>
      {filters}
      <Reading of={{ items, error, again }} />
      {items?.length === 0 && none}
      {items && items.length > 0 && children(items)}
      <More onMore={more} isReading={isReadingMore} />
    </>
  )
}
