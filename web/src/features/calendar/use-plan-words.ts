import { staffCalendarTexts as cycleTexts, orderPlanTexts as texts } from '#shared/texts/staff-calendar'
import { useSay } from '../../components/language-context.ts'
import { partsOf, plainWords, type RecordWords } from '../../components/record-words.ts'
import { formatFullDay } from '../../formats.ts'
import { useBatchName } from './use-batches.ts'

const parting = '\n'

/** How the order plan reads in its history: each batch with its window, holidays by name, days in words. */
export function usePlanWords(): RecordWords {
  const { t, language } = useSay()
  const batchName = useBatchName()
  const day = (value: unknown) => (typeof value === 'string' ? formatFullDay(value, language) : '')
  const each = (wordsOf: (part: Partial<Record<string, unknown>>) => string) => (value: unknown) =>
    Array.isArray(value) ? value.map((one) => wordsOf(partsOf(one))).join(parting) : ''
  const readings = new Map<string, (value: unknown) => string>([
    [
      'batches',
      each(({ batch, kind, name, window }) => {
        const said = { name: plainWords(name, language) || String(batch), ...partsOf(window) }
        if (kind === 'daily') return t(texts.toldDaily, said)
        return kind === 'none' ? `${said.name} · ${t(texts.noneKind)}` : t(texts.toldWindow, said)
      }),
    ],
    [
      'daysOff',
      each(
        ({ from, to, name }) =>
          `${plainWords(name, language)} ${day(from)}${from === to ? '' : ` – ${day(to)}`}`,
      ),
    ],
    ['workdays', (value) => (Array.isArray(value) ? value.map(day).join(parting) : '')],
    [
      'moves',
      each(({ from, to, batch }) => {
        const whose = typeof batch === 'string' ? batchName(batch) : t(cycleTexts.allBatches)
        return `${whose} ${day(from)} → ${day(to)}`
      }),
    ],
    ['oddWeekAnchor', day],
    [
      'funds',
      (value) => {
        const { daysAfter, at } = partsOf(value)
        return at === undefined ? '' : t(texts.toldFunds, { days: daysAfter, at })
      },
    ],
  ])
  const { weeksAhead, graceSeconds, remindMinutes } = texts
  return {
    names: {
      batches: cycleTexts.batch,
      daysOff: texts.holidays,
      workdays: texts.workdays,
      moves: texts.moves,
      oddWeekAnchor: texts.anchor,
      ...{ weeksAhead, graceSeconds, remindMinutes },
      funds: texts.toldFundsName,
    },
    wordsFor: (field, value) => (readings.get(field) ?? ((other) => plainWords(other, language)))(value),
  }
}
