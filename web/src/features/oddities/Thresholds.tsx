import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import type { StoredThresholds } from '#shared/oddities'
import { oddityTexts as texts } from '#shared/texts/oddities'
import { ApiProblem } from '../../api.ts'
import { TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { Refused } from '../../components/Refused.tsx'
import { plainWords, type RecordWords } from '../../components/record-words.ts'
import { Trouble } from '../../components/Trouble.tsx'
import { HistoryFold } from '../records/HistoryFold.tsx'
import { saveThresholds, thresholdsQuery } from './oddity-queries.ts'

const fields = [
  'identicalLines',
  'deviceShops',
  'lateMinutes',
  'latePercent',
  'swingPercent',
  'swingQuantity',
] as const

/** From when on an order is worth a look; others than administrators only see it. */
export function Thresholds({ maySave }: { maySave: boolean }) {
  const { t, language } = useSay()
  const { data, error, refetch } = useQuery(thresholdsQuery)
  const [saved, setSaved] = useState<number>()
  if (error) return <Trouble isPart error={error} onRetry={() => void refetch()} />
  if (!data) return null
  const words: RecordWords = {
    names: Object.fromEntries(fields.map((field) => [field, texts[field]])),
    wordsFor: (_, value) => plainWords(value, language),
  }
  return (
    <details className="card mt-6">
      <summary className="link">{t(texts.thresholds)}</summary>
      <p className="mb-3 text-soft">{t(texts.thresholdsHint)}</p>
      {saved === data.version && (
        <p className="notice good mb-3" role="status">
          {t(texts.saved)}
        </p>
      )}
      <ThresholdForm
        key={data.version}
        stored={data}
        maySave={maySave}
        onSaved={({ version }) => setSaved(version)}
      />
      {data.version > 0 && (
        <HistoryFold
          place={{ path: '/oddity-thresholds', queryKey: ['oddity-thresholds', 'told', data.version] }}
          words={words}
        />
      )}
    </details>
  )
}

type ThresholdFormProps = {
  stored: StoredThresholds
  maySave: boolean
  onSaved: (kept: StoredThresholds) => void
}

function ThresholdForm({ stored, maySave, onSaved }: ThresholdFormProps) {
  const { t } = useSay()
  const queries = useQueryClient()
  const { version, ...before } = stored
  const [draft, setDraft] = useState(before)
  const saving = useMutation({
    mutationFn: () => saveThresholds(draft, version),
    onSuccess: (kept) => {
      queries.setQueryData(thresholdsQuery.queryKey, kept)
      onSaved(kept)
    },
  })
  const entries = saving.error instanceof ApiProblem ? saving.error.entries : []
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    saving.mutate()
  }
  return (
    <form className="cards mb-3" onSubmit={onSubmit}>
      <fieldset className="fields" disabled={!maySave || saving.isPending}>
        {fields.map((field) => (
          <TextField
            key={field}
            label={t(texts[field])}
            type="number"
            isRequired
            value={String(draft[field])}
            error={entries.find(({ path }) => path === field)?.message}
            onChange={(typed) => setDraft({ ...draft, [field]: Math.floor(Number(typed)) || 0 })}
          />
        ))}
      </fieldset>
      <Refused error={saving.error} />
      {maySave && (
        <div className="actions">
          <button type="submit" className="button" disabled={saving.isPending}>
            {t(texts.saveThresholds)}
          </button>
        </div>
      )}
    </form>
  )
}
