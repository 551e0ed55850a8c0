import { useQuery } from '@tanstack/react-query'
import type { CycleDetails } from '#shared/calendar'
import { staffCalendarTexts as texts } from '#shared/texts/staff-calendar'
import type { Instant } from '#shared/time'
import { useSay } from '../../components/language-context.ts'
import { formatMoment } from '../../formats.ts'
import { readOrderProgress } from '../progress/progress-queries.ts'

type PutOffProps = { cycle: CycleDetails; closesAt: Instant | undefined; timeZone: string }

/** What comes of letting an open window close later, said before it is saved, for it cannot be taken back. */
export function PutOff({ cycle, closesAt, timeZone }: PutOffProps) {
  const { t, language } = useSay()
  const progress = useQuery({ queryKey: ['order-progress', ''], queryFn: () => readOrderProgress() })
  if (!closesAt || closesAt <= cycle.closesAt) return null
  const moment = (instant: string) => formatMoment(instant, timeZone, language)
  const shops = progress.data?.items.find(({ cycleId }) => cycleId === cycle.cycleId)?.due
  return (
    <p className="notice" role="status">
      {t(texts.putOff, { was: moment(cycle.closesAt), closes: moment(closesAt) })}{' '}
      {shops !== undefined && t(texts.shopsTold, { count: shops })}
    </p>
  )
}
