import { useRef } from 'react'
import type { PlanPreview } from '#shared/calendar'
import { orderPlanTexts as texts } from '#shared/texts/staff-calendar'
import { AskDialog } from '../../components/AskDialog.tsx'
import { useSay } from '../../components/language-context.ts'
import { formatDay, formatMoment } from '../../formats.ts'

const MOST_SHOWN = 4

type OfBatch = PlanPreview['items'][number]
type PlanPreviewDialogProps = {
  preview: PlanPreview
  timeZone: string
  isWorking: boolean
  onDo: () => void
  onClose: () => void
}

/** What a plan would change of windows that shops know already, before it is kept and they are told. */
export function PlanPreviewDialog({ preview, timeZone, isWorking, onDo, onClose }: PlanPreviewDialogProps) {
  const { t } = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <AskDialog
      dialog={dialog}
      isOpenAtOnce
      heading={t(texts.previewTitle)}
      action={t(texts.saveAndTell)}
      isWorking={isWorking}
      onDo={onDo}
      onClose={onClose}
    >
      <p className="text-soft">{t(texts.previewHint)}</p>
      {preview.items.map((item) => (
        <BatchChanges key={item.batch} item={item} timeZone={timeZone} />
      ))}
    </AskDialog>
  )
}

function BatchChanges({ item, timeZone }: { item: OfBatch; timeZone: string }) {
  const { t, language } = useSay()
  const { name, shops, moved, dropped } = item
  const lines = [
    ...moved.map(({ cycleId, from, to }) => ({
      cycleId,
      text: t(texts.windowMoves, {
        from: dayOf(from.orderDay),
        to: dayOf(to.orderDay),
        closes: formatMoment(to.closesAt, timeZone, language),
      }),
    })),
    ...dropped.map(({ cycleId, orderDay }) => ({
      cycleId,
      text: t(texts.windowDrops, { day: dayOf(orderDay) }),
    })),
  ]
  const others = lines.length - MOST_SHOWN
  function dayOf(day: string | undefined): string {
    return day ? formatDay(day, language) : ''
  }
  return (
    <section>
      <h3>{t(texts.batchChanges, { batch: name[language], count: shops })}</h3>
      <ul className="facts">
        {lines.slice(0, MOST_SHOWN).map(({ cycleId, text }) => (
          <li key={cycleId}>{text}</li>
        ))}
        {others > 0 && <li>{t(texts.moreWindows, { count: others })}</li>}
      </ul>
    </section>
  )
}
