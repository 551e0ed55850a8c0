import { pageTexts } from '#shared/texts/pages'
import { useSay } from './language-context.ts'
import { wordsOf } from './problem-words.ts'

type TroubleProps = {
  error: unknown
  onRetry: () => void
  /** The rest of the page stands, with a heading of its own. */
  isPart?: boolean
}

/** Says why something could not be loaded, and tries again. */
export function Trouble({ error, onRetry, isPart = false }: TroubleProps) {
  const { t, language } = useSay()
  const Heading = isPart ? 'h2' : 'h1'
  return (
    <section className="card" role="alert">
      <Heading>{t(pageTexts.couldNotLoad)}</Heading>
      <p className="text-soft mb-3">{wordsOf(error, language)}</p>
      <button type="button" className="quiet" onClick={onRetry}>
        {t(pageTexts.tryAgain)}
      </button>
    </section>
  )
}
