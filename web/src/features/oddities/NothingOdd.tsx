import type { OddityCounts } from '#shared/oddities'
import { oddityTexts as texts } from '#shared/texts/oddities'
import { useSay } from '../../components/language-context.ts'
import { nameOfCycle } from '../calendar/cycle-name.ts'

type Look = OddityCounts['looks'][number]

type NothingOddProps = { looks: readonly Look[]; cycleId: string; onSee: (cycleId: string) => void }

/** Says that a cycle brought nothing: because all was well, or because nobody ordered, and then which one had orders. */
export function NothingOdd({ looks, cycleId, onSee }: NothingOddProps) {
  const { t, language } = useSay()
  const look = looks.find((each) => each.cycleId === cycleId)
  const last = looks.find(({ ordered }) => ordered !== 0)
  if (look?.ordered !== 0) return <p className="card text-soft">{t(texts.none)}</p>
  return (
    <section className="card">
      <h2>{t(texts.nobodyOrdered)}</h2>
      {last && (
        <button type="button" className="link" onClick={() => onSee(last.cycleId)}>
          {t(texts.seeLast, { cycle: nameOfCycle(last, language) })}
        </button>
      )}
    </section>
  )
}
