import { useEffect } from 'react'
import { pageTexts } from '#shared/texts/pages'
import { useSay } from './language-context.ts'

/** Names the browser's tab after the record that the page shows. */
export function usePageTitle(name: string): void {
  const { t } = useSay()
  const title = `${name} · ${t(pageTexts.product)}`
  useEffect(() => {
    document.title = title
  }, [title])
}
