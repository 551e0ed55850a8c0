import { pageTexts } from '#shared/texts/pages'
import { useSay } from './language-context.ts'

/** Holds the place of what is being read. */
export function Skeleton({ rows = 4 }: { rows?: number | undefined }) {
  const { t } = useSay()
  return (
    <div className="skeleton" aria-busy="true">
      <span className="sr-only" role="status">
        {t(pageTexts.loading)}
      </span>
      {Array.from({ length: rows + 1 }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders are all alike
        <i key={at} />
      ))}
    </div>
  )
}
