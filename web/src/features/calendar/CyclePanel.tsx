import type { CycleDetails, StoredPlan } from '#shared/calendar'
import { demandTexts } from '#shared/texts/demand'
import { staffCalendarTexts as texts } from '#shared/texts/staff-calendar'
import { useSay } from '../../components/language-context.ts'
import { formatDay } from '../../formats.ts'
import { useUnitName } from '../accounts/UnitSelect.tsx'
import { OrderTallyPart } from '../orders/OrderTallyPart.tsx'
import { HistoryFold } from '../records/HistoryFold.tsx'
import { LimitsOfProduct } from '../supply/LimitsOfProduct.tsx'
import { batchName } from './batch-name.ts'
import { ClosingPart } from './ClosingPart.tsx'
import { hasClosed, partsOfCycle } from './cycle-parts.ts'
import { useCycleWords, useReleaseWords } from './use-cycle-words.ts'

type CyclePanelProps = {
  cycleId: string
  /** Unless the page shows other days. */
  cycle: CycleDetails | undefined
  stored: StoredPlan
  /** Who may release limits sees them product by product. */
  mayRelease: boolean
  onHide: () => void
}

/** One cycle: how its closing went once it is over, and what became of it and of what is released for it. */
export function CyclePanel({
  cycleId,
  cycle,
  stored: { plan, timeZone },
  mayRelease,
  onHide,
}: CyclePanelProps) {
  const { t, language } = useSay()
  const cycleWords = useCycleWords(timeZone)
  const releaseWords = useReleaseWords()
  const unitName = useUnitName()
  const { batch, date } = partsOfCycle(cycleId)
  const named = plan.batches.find((one) => one.batch === batch)?.name[language]
  const day = formatDay(cycle?.orderDay ?? date, language)
  const title = { batch: named || batchName(batch, language), day }
  const isOver = !cycle || hasClosed(cycle)
  const path = `/cycles/${cycleId}`
  return (
    <section className="card mb-6" aria-labelledby="cycle">
      <div className="flex justify-between gap-2 mb-3">
        <h2 id="cycle" tabIndex={-1} ref={(heading) => heading?.focus({ preventScroll: true })}>
          {t(isOver ? texts.reportOf : texts.cycleOf, title)}
        </h2>
        <button type="button" className="quiet flex-none" onClick={onHide}>
          {t(texts.hide)}
        </button>
      </div>
      {isOver && <ClosingPart cycleId={cycleId} />}
      {mayRelease && !isOver && <LimitsOfProduct cycleId={cycleId} />}
      <div className="cards mt-4">
        <div>
          <OrderTallyPart cycleId={cycleId} timeZone={timeZone} unitName={unitName} />
          <a className="link" href={`/${language}/staff/demand/?cycleId=${cycleId}`}>
            {t(demandTexts.see)}
          </a>
        </div>
        <HistoryFold
          place={{ path, queryKey: ['cycles', cycleId] }}
          words={cycleWords}
          title={t(texts.cycleHistory)}
        />
        <HistoryFold
          place={{ path: `${path}/release`, queryKey: ['releases', cycleId] }}
          words={releaseWords}
          title={t(texts.releaseHistory)}
        />
      </div>
    </section>
  )
}
