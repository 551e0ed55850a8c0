import { useQueries } from '@tanstack/react-query'
import { usePages } from '../../components/use-pages.ts'
import { type ImportFilters, importQuery, isBusy, readImports } from './import-queries.ts'

/** The imports that fit, page by page, the newest first. One that is at work is followed by itself until it is not. */
export function useImports(filters: ImportFilters) {
  const pages = usePages(['imports', filters], (cursor) => readImports(filters, cursor))
  const followed = useQueries({
    queries: (pages.items ?? []).filter(isBusy).map(({ importId }) => importQuery(importId)),
    combine: (answers) => new Map(answers.flatMap(({ data }) => (data ? [[data.importId, data]] : []))),
  })
  return { ...pages, items: pages.items?.map((one) => followed.get(one.importId) ?? one) }
}
