import { lazy, Suspense } from 'react'
import { pageTexts } from '#shared/texts/pages'
import { ApiProblem } from '../api.ts'
import { useSay } from './language-context.ts'
import { wordsOf } from './problem-words.ts'

const WayBack = lazy(async () => ({ default: (await import('./WayBack.tsx')).WayBack }))

type TroubleProps = {
  error: unknown
  onRetry: () => void
  /** The rest of the page stands, with a heading of its own. */
  isPart?: boolean
}

/** Says why something could not be loaded, and tries again; where trying is no use, it leads back. */
export function Trouble({ error, onRetry, isPart = false }: TroubleProps) {
  const { t, language } = useSay()
  const Heading = isPart ? 'h2' : 'h1'
  return (
    <section className="card" role="alert">
      <Heading>{t(pageTexts.couldNotLoad)}</Heading>
      <p className="text-soft mb-3">{wordsOf(error, language)}</p>
      {error instanceof ApiProblem && (error.status === 404 || error.status === 403) ? (
        <Suspense>
          <WayBack code={error.code} />
        </Suspense>
      ) : (
        <button type="button" className="quiet" onClick={onRetry}>
          {t(pageTexts.tryAgain)}
        </button>
      )}
    </section>
  )
}
