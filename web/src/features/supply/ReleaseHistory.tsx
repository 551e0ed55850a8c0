import { limitTexts as texts } from '#shared/texts/limits'
import { useSay } from '../../components/language-context.ts'
import { useReleaseWords } from '../calendar/use-cycle-words.ts'
import { HistoryFold } from '../records/HistoryFold.tsx'

/** What became of the limits of a cycle, limit by limit. */
export function ReleaseHistory({ cycleId }: { cycleId: string }) {
  const { t } = useSay()
  const words = useReleaseWords()
  const place = { path: `/cycles/${cycleId}/release`, queryKey: ['releases', cycleId] }
  return <HistoryFold place={place} words={words} title={t(texts.history)} />
}
