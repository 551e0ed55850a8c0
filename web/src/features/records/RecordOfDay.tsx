import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { recordTexts as texts } from '#shared/texts/records'
import { addDays, type BusinessDate, type Instant, instantAt, instantOf, millisecondsOf } from '#shared/time'
import { Facts } from '../../components/Facts.tsx'
import { dateOf } from '../../components/form/date-of.ts'
import { TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { namedFields, type RecordWords } from '../../components/record-words.ts'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { formatFullDay } from '../../formats.ts'
import { companyQuery } from '../accounts/account-queries.ts'
import { type RecordPlace, recordAsOfQuery } from './record-queries.ts'

type RecordOfDayProps = { place: RecordPlace; words: RecordWords }

/** A record as it stood when a chosen day ended, plainly marked as past. */
export function RecordOfDay({ place, words }: RecordOfDayProps) {
  const { t } = useSay()
  const { data: company } = useQuery(companyQuery)
  const [typed, setTyped] = useState('')
  const day = dateOf(typed)
  const at = day && company ? endOfDay(day, company.timeZone) : undefined
  return (
    <details className="mt-3">
      <summary className="link">{t(texts.asOf)}</summary>
      <TextField
        label={t(texts.day)}
        type="date"
        hint={t(texts.asOfHint)}
        value={typed}
        onChange={setTyped}
      />
      {day && at && <Past place={place} words={words} day={day} at={at} />}
    </details>
  )
}

function Past({ place, words, day, at }: RecordOfDayProps & { day: BusinessDate; at: Instant }) {
  const { t, language } = useSay()
  const { data, error, refetch } = useQuery(recordAsOfQuery(place, at))
  if (error) return <Trouble isPart error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton rows={1} />
  const { record } = data
  return (
    <div className="card past mt-3" role="status">
      <p className="is-attention mb-2">
        {record ? t(texts.past, { date: formatFullDay(day, language) }) : t(texts.notYet)}
      </p>
      {record && (
        <Facts
          facts={namedFields(record, words).map(({ field, name }) => [
            t(name),
            words.wordsFor(field, record[field]),
          ])}
        />
      )}
    </div>
  )
}

/** The last millisecond of a day of the company's zone. */
function endOfDay(day: BusinessDate, timeZone: string): Instant {
  return instantOf(millisecondsOf(instantAt(addDays(day, 1), '00:00', timeZone)) - 1)
}
