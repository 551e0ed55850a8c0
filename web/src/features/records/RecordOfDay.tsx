import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { recordTexts as texts } from '#shared/texts/records'
import { addDays, type BusinessDate, type Instant, instantAt, instantOf, millisecondsOf } from '#shared/time'
import { Asked } from '../../components/Asked.tsx'
import { Facts } from '../../components/Facts.tsx'
import { dateOf } from '../../components/form/date-of.ts'
import { MomentField } from '../../components/form/MomentField.tsx'
import { useSay } from '../../components/language-context.ts'
import { namedFields, type RecordWords } from '../../components/record-words.ts'
import { formatFullDay, formatFullMoment } from '../../formats.ts'
import { companyQuery } from '../accounts/account-queries.ts'
import { type RecordPlace, recordAsOfQuery } from './record-queries.ts'

const MINUTE_MILLISECONDS = 60_000

type RecordOfDayProps = { place: RecordPlace; words: RecordWords }

/** A record as it stood when a chosen day ended, plainly marked as past. */
export function RecordOfDay(props: RecordOfDayProps) {
  const { t } = useSay()
  return (
    <details className="mt-3">
      <summary className="link">{t(texts.asOf)}</summary>
      <DayOfRecord {...props} />
    </details>
  )
}

/** The fields that choose the day, and the minute where that matters, with the record of then. */
export function DayOfRecord({ place, words }: RecordOfDayProps) {
  const { t, language } = useSay()
  const { data: company } = useQuery(companyQuery)
  const [typed, setTyped] = useState('')
  const [time, setTime] = useState('')
  const day = dateOf(typed)
  const clock = clockOf(time)
  const at = day && company ? instantOfDay(day, clock, company.timeZone) : undefined
  const heading =
    day && at && company && clock
      ? t(texts.pastAt, { moment: formatFullMoment(at, company.timeZone, language) })
      : day && t(texts.past, { date: formatFullDay(day, language) })
  return (
    <>
      <div className="fields">
        <MomentField label={t(texts.day)} value={typed} onChange={setTyped} />
        <MomentField label={t(texts.atTime)} type="time" isOptional value={time} onChange={setTime} />
      </div>
      <p className="facts mt-1">{t(texts.asOfHint)}</p>
      {heading && at && <Past place={place} words={words} heading={heading} at={at} />}
    </>
  )
}

function Past({ place, words, heading, at }: RecordOfDayProps & { heading: string; at: Instant }) {
  const { t } = useSay()
  const found = useQuery(recordAsOfQuery(place, at))
  return (
    <Asked of={found} rows={1}>
      {({ record }) => (
        <div className="card past mt-3" role="status">
          <p className="is-attention mb-2">{record ? heading : t(texts.notYet)}</p>
          {record && (
            <Facts
              facts={namedFields(record, words).map(({ field, name }) => [
                t(name),
                words.wordsFor(field, record[field]),
              ])}
            />
          )}
        </div>
      )}
    </Asked>
  )
}

function clockOf(typed: string): `${string}:${string}` | undefined {
  const [hours, minutes] = typed.split(':')
  return hours && minutes ? `${hours}:${minutes}` : undefined
}

/** The last millisecond of a day of the company's zone, or of the minute that is named. */
function instantOfDay(
  day: BusinessDate,
  clock: `${string}:${string}` | undefined,
  timeZone: string,
): Instant {
  if (!clock) return instantOf(millisecondsOf(instantAt(addDays(day, 1), '00:00', timeZone)) - 1)
  return instantOf(millisecondsOf(instantAt(day, clock, timeZone)) + MINUTE_MILLISECONDS - 1)
}
