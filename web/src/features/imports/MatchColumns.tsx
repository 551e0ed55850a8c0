import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import type { ColumnMap, ImportColumns, ImportView } from '#shared/imports'
import { formTexts } from '#shared/texts/forms'
import { importTexts as texts } from '#shared/texts/imports'
import { TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { Refused } from '../../components/Refused.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { columnsNotRead } from './columns-not-read.ts'
import { columnsQuery, importQuery, mapsQuery, previewFile } from './import-queries.ts'
import { SavedMapsHistory } from './SavedMapsHistory.tsx'

/** Which column of the file is which of ours, with what stands in it, and how the file is to be taken. */
export function MatchColumns({ one, onPreview }: { one: ImportView; onPreview: () => void }) {
  const { t } = useSay()
  const client = useQueryClient()
  const columns = useQuery(columnsQuery(one.kind))
  const maps = useQuery(mapsQuery(one.kind))
  const [mapping, setMapping] = useState<ColumnMap>(one.mapping ?? {})
  const [options, setOptions] = useState(one.options)
  const [saveAs, setSaveAs] = useState('')
  const previewing = useMutation({
    mutationFn: () => previewFile(one, { mapping, options, ...(saveAs && { saveAs }) }),
    onSuccess: onPreview,
    onSettled: () => client.invalidateQueries({ queryKey: importQuery(one.importId).queryKey }),
  })
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    previewing.mutate()
  }
  if (!columns.data || !one.head) return <Skeleton />
  return (
    <form className="card record-form" onSubmit={onSubmit}>
      <div>
        <h2>{t(texts.matchTitle)}</h2>
        <p className="text-soft">{t(texts.matchLead)}</p>
      </div>
      {maps.data && maps.data.items.length > 0 && (
        <>
          <div className="actions">
            {maps.data.items.map((map) => (
              <button key={map.name} type="button" className="quiet" onClick={() => setMapping(map.mapping)}>
                {map.name}
              </button>
            ))}
          </div>
          <SavedMapsHistory kind={one.kind} maps={maps.data.items} />
        </>
      )}
      <MatchTable ours={columns.data.items} head={one.head} mapping={mapping} onChange={setMapping} />
      <NotRead head={one.head} mapping={mapping} />
      <Options one={one} options={options} onChange={setOptions} />
      <TextField label={t(texts.saveAs)} isOptional value={saveAs} maxLength={60} onChange={setSaveAs} />
      <Refused error={previewing.error} />
      <div className="actions">
        <button type="submit" className="button" disabled={previewing.isPending}>
          {t(texts.preview)}
        </button>
      </div>
    </form>
  )
}

type MatchTableProps = {
  ours: ImportColumns['items']
  head: NonNullable<ImportView['head']>
  mapping: ColumnMap
  onChange: (mapping: ColumnMap) => void
}

function MatchTable({ ours, head, mapping, onChange }: MatchTableProps) {
  const { t, language } = useSay()
  const choose = (key: string, column: string) => {
    const { [key]: _before, ...others } = mapping
    onChange(column ? { ...others, [key]: column } : others)
  }
  const sampleOf = (column: string | undefined) => {
    const at = column === undefined ? -1 : head.columns.indexOf(column)
    return head.samples.map((row) => row[at]).find(Boolean)
  }
  return (
    <table className="ledger records match-table">
      <thead>
        <tr>
          <th scope="col">{t(texts.ours)}</th>
          <th scope="col">{t(texts.theirs)}</th>
          <th scope="col">{t(texts.sample)}</th>
        </tr>
      </thead>
      <tbody>
        {ours.map(({ key, title, isRequired }) => (
          <tr key={key}>
            <th scope="row">
              {title[language]}
              {isRequired && ' *'}
            </th>
            <td>
              <select
                className="text-box"
                aria-label={title[language]}
                value={mapping[key] ?? ''}
                required={isRequired}
                onChange={(event) => choose(key, event.target.value)}
              >
                <option value="">{t(texts.notThere)}</option>
                {head.columns.map((column) => (
                  <option key={column} value={column}>
                    {column}
                  </option>
                ))}
              </select>
            </td>
            <td className="facts">{sampleOf(mapping[key])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What the file has and nothing of ours takes. */
function NotRead({ head, mapping }: Pick<MatchTableProps, 'head' | 'mapping'>) {
  const { t, language } = useSay()
  const columns = columnsNotRead(head, mapping)
  if (columns.length === 0) return null
  return (
    <p className="notice" role="status">
      {t(texts.notRead, { columns: columns.join(language === 'zh' ? '、' : ', ') })}
    </p>
  )
}

type OptionsProps = {
  one: ImportView
  options: ImportView['options']
  onChange: (options: ImportView['options']) => void
}

function Options({ one, options, onChange }: OptionsProps) {
  const { t } = useSay()
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          checked={options.isAllOrNothing}
          onChange={(event) => onChange({ ...options, isAllOrNothing: event.target.checked })}
        />
        <span>{t(texts.allOrNothing)}</span>
      </label>
      {one.kind === 'orders' && (
        <div className="fields">
          <TextField
            label={`${t(texts.cancellationPrefix)} · ${t(formTexts.optional)}`}
            value={options.cancellationPrefix}
            maxLength={10}
            onChange={(cancellationPrefix) => onChange({ ...options, cancellationPrefix })}
          />
          <TextField
            label={`${t(texts.correctionPrefix)} · ${t(formTexts.optional)}`}
            value={options.correctionPrefix}
            maxLength={10}
            onChange={(correctionPrefix) => onChange({ ...options, correctionPrefix })}
          />
        </div>
      )}
    </>
  )
}
