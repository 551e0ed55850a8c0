import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CycleDemand } from '#shared/demand'
import { demandTexts as texts } from '#shared/texts/demand'
import { useSay } from '../../components/language-context.ts'
import { nameOfCycle } from '../calendar/cycle-name.ts'
import { cyclesQuery } from './order-queries.ts'

type NoDemandProps = { demand: CycleDemand | undefined; onSee: (cycleId: string) => void }

/** Says that nothing is on record, and which cycle has something. */
export function NoDemand({ demand, onSee }: NoDemandProps) {
  const { t, language } = useSay()
  const { data: cycles } = useQuery(cyclesQuery)
  if (demand && demand.shops > 0) return <p className="card text-soft">{t(texts.noneFits)}</p>
  const last = cycles?.items.find((cycle) => cycle.cycleId === demand?.lastOrderedIn)
  return (
    <Nothing heading={t(texts.none)} hint={t(texts.noneHint)}>
      {last && (
        <button type="button" className="link" onClick={() => onSee(last.cycleId)}>
          {t(texts.seeLast, { cycle: nameOfCycle(last, language) })}
        </button>
      )}
    </Nothing>
  )
}

/** What stands where figures would be. */
export function Nothing({
  heading,
  hint,
  children,
}: {
  heading: string
  hint?: string
  children?: ReactNode
}) {
  return (
    <section className="card">
      <h2>{heading}</h2>
      {hint && <p className="text-soft">{hint}</p>}
      {children}
    </section>
  )
}
