import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type HistoryEntry, isFieldChange } from '#shared/history'
import { recordEventTexts, recordStepTexts, recordTexts as texts } from '#shared/texts/records'
import { Reading } from '../../components/Asked.tsx'
import { useSay } from '../../components/language-context.ts'
import { More } from '../../components/More.tsx'
import { type RecordWords, type Step, stepsOf } from '../../components/record-words.ts'
import { usePages } from '../../components/use-pages.ts'
import { formatFullMoment } from '../../formats.ts'
import { companyQuery } from '../accounts/account-queries.ts'
import { RecordOfDay } from './RecordOfDay.tsx'
import { historyPages, type RecordPlace } from './record-queries.ts'

export type RecordHistoryProps = {
  place: RecordPlace
  words: RecordWords
  /** Under a summary that names it already. */
  isFolded?: boolean
  /** What else there is to say of an entry. */
  more?: (entry: HistoryEntry) => ReactNode
}

const MOST_AT_ONCE = 5
const eventNames = new Map(Object.entries(recordEventTexts))

/** Who changed what of a record from what to what, the newest first, and the record as it stood on a day. */
export function RecordHistory({ place, words, isFolded = false, more: moreOf }: RecordHistoryProps) {
  const { t } = useSay()
  const { items, error, again, more, isReadingMore } = usePages(...historyPages(place))
  return (
    <section className={isFolded ? 'mt-2' : 'card'}>
      {!isFolded && <h2 className="mb-2">{t(texts.history)}</h2>}
      <Reading of={{ items, error, again }} rows={2} />
      {items?.length === 0 && <p className="text-soft">{t(texts.none)}</p>}
      {items && items.length > 0 && (
        <ol className="story">
          {items.map((entry) => (
            <Entry key={entry.eventId} entry={entry} words={words}>
              {moreOf?.(entry)}
            </Entry>
          ))}
        </ol>
      )}
      <More onMore={more} isReading={isReadingMore} />
      {items && items.length > 0 && <RecordOfDay place={place} words={words} />}
    </section>
  )
}

type EntryProps = { entry: HistoryEntry; words: RecordWords; children: ReactNode }

function Entry({ entry: { type, at, by, via, change }, words, children }: EntryProps) {
  const { t, language } = useSay()
  const { data: company } = useQuery(companyQuery)
  const isNew = type.endsWith('.added') || (isFieldChange(change.version) && change.version.from === 0)
  const name = by.name || t(by.kind === 'system' || by.kind === 'client' ? texts.bySystem : texts.byUnknown)
  const who = by.isOnBehalf && by.name ? t(texts.onBehalf, { name }) : name
  const steps = stepsOf(change, words)
  const why = [change.gradeReason, change.reason].find((reason) => typeof reason === 'string')
  const list = <Steps steps={steps} isNew={isNew} />
  return (
    <li>
      <strong>{t(words.events?.[type] ?? nameOfEvent(type, isNew))}</strong>
      <span className="facts block">
        {company && formatFullMoment(at, company.timeZone, language)} ·{' '}
        {via ? t(texts.viaFile, { who }) : who} {via && <FileName via={via} />}
      </span>
      {why && <span className="facts block">{why}</span>}
      {steps.length > MOST_AT_ONCE ? (
        <details>
          <summary className="link">{t(texts.moreFields, { count: steps.length })}</summary>
          {list}
        </details>
      ) : (
        list
      )}
      {children}
    </li>
  )
}

function FileName({ via: { importId, fileName } }: { via: NonNullable<HistoryEntry['via']> }) {
  const { language } = useSay()
  if (!importId) return fileName
  return (
    <a className="link" href={`/${language}/staff/imports/${importId}/`}>
      {fileName}
    </a>
  )
}

/** What is made by a deed of its own is called by that deed: limits are released, a contact is added. */
function nameOfEvent(type: string, isNew: boolean) {
  if (isNew && type.endsWith('.saved')) return recordStepTexts.created
  return eventNames.get(type) ?? (isNew ? recordStepTexts.created : recordStepTexts.changed)
}

function Steps({ steps, isNew }: { steps: readonly Step[]; isNew: boolean }) {
  const { t } = useSay()
  return (
    <dl className="steps">
      {steps.map(({ field, name, from, to }) => (
        <div key={field}>
          <dt>{t(name)}</dt>
          <dd>
            {!isNew && <span className="step-from">{from || t(texts.empty)} → </span>}
            {to || t(texts.empty)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
