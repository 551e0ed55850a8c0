import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Page } from '#shared/paging'

/** A filtered page may hold little or nothing though more follows: it is read on until this much is there. */
const ENOUGH_TO_SHOW = 10

/** A list that is read page by page; `more` reads the next one and is absent on the last. */
export function usePages<Item>(
  queryKey: readonly unknown[],
  readPage: (cursor?: string) => Promise<Page<Item>>,
) {
  const start: string | undefined = undefined
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => readPage(pageParam),
    initialPageParam: start,
    getNextPageParam: (last) => last.nextCursor,
  })
  const items = data?.pages.flatMap((page) => page.items)
  const isShort = items !== undefined && items.length < ENOUGH_TO_SHOW && hasNextPage
  useEffect(() => {
    if (isShort && !isFetchingNextPage && !error) void fetchNextPage()
  }, [isShort, isFetchingNextPage, error, fetchNextPage])
  return {
    items: isShort && items.length === 0 ? undefined : items,
    error,
    again: () => void refetch(),
    more: hasNextPage ? () => void fetchNextPage() : undefined,
    isReadingMore: isFetchingNextPage,
  }
}
