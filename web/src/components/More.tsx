import { pageTexts } from '#shared/texts/pages'
import { useSay } from './language-context.ts'

/** Reads the next page of a list. */
export function More({ onMore, isReading }: { onMore: (() => void) | undefined; isReading: boolean }) {
  const { t } = useSay()
  if (!onMore) return null
  return (
    <button type="button" className="quiet mt-4" disabled={isReading} onClick={onMore}>
      {t(isReading ? pageTexts.loading : pageTexts.more)}
    </button>
  )
}
