import { useState } from 'react'
import type { StoredPlan } from '#shared/calendar'
import { orderPlanTexts as texts } from '#shared/texts/staff-calendar'
import { useSay } from '../../components/language-context.ts'
import { HistoryFold } from '../records/HistoryFold.tsx'
import { OrderPlanForm } from './OrderPlanForm.tsx'
import { useCyclesToCome } from './use-cycles-to-come.ts'
import { usePlanWords } from './use-plan-words.ts'

/** The order plan behind the calendar: folded once there is one. */
export function OrderPlanPart({ stored, maySave }: { stored: StoredPlan; maySave: boolean }) {
  const { t } = useSay()
  const words = usePlanWords()
  const [saved, setSaved] = useState<number>()
  const isLayingOut = useCyclesToCome(saved)
  const [isUnset] = useState(stored.version === 0)
  return (
    <details className="card" open={isUnset || undefined}>
      <summary className="link">{t(texts.title)}</summary>
      <p className="text-soft mb-3">{t(stored.version === 0 ? texts.unset : texts.hint)}</p>
      {saved === stored.version && (
        <p className="notice good mb-3" role="status" tabIndex={-1} ref={taken}>
          {t(texts.saved, { version: saved })} {isLayingOut && t(texts.layingOut)}
        </p>
      )}
      <OrderPlanForm
        key={stored.version}
        stored={stored}
        maySave={maySave}
        onSaved={({ version }) => setSaved(version)}
      />
      {stored.version > 0 && (
        <HistoryFold
          place={{ path: '/order-plan', queryKey: ['order-plan', 'told', stored.version] }}
          words={words}
        />
      )}
    </details>
  )
}

/** A stable one, so that the focus is taken once and not at each telling anew. */
function taken(said: HTMLElement | null): void {
  said?.focus()
}
