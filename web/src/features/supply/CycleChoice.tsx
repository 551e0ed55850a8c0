import { useQuery } from '@tanstack/react-query'
import type { CustomerId } from '#shared/ids'
import { limitTexts as texts } from '#shared/texts/limits'
import { ChoiceField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { readOwnCycles } from '../calendar/calendar-queries.ts'
import { nameOfCycle } from '../calendar/cycle-name.ts'

type CycleChoiceProps = { customerId: CustomerId; chosen: string; onChoose: (cycleId: string) => void }

/** Which of the open and coming cycles of a customer is looked at. */
export function CycleChoice({ customerId, chosen, onChoose }: CycleChoiceProps) {
  const { t, language } = useSay()
  const cycles = useQuery({
    queryKey: ['own-cycles', customerId],
    queryFn: () => readOwnCycles(customerId),
  })
  const options = (cycles.data?.items ?? []).map((cycle) => ({
    value: cycle.cycleId,
    name: nameOfCycle(cycle, language),
  }))
  return <ChoiceField label={t(texts.cycle)} value={chosen} options={options} onChange={onChoose} />
}
