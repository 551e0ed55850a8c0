import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportView, RowVerdict } from '#shared/imports'
import { importTexts as texts } from '#shared/texts/imports'
import { useSay } from '../../components/language-context.ts'
import { More } from '../../components/More.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { usePages } from '../../components/use-pages.ts'
import { formatCount } from '../../formats.ts'
import { beginExportAt, ExportFile } from '../exports/ExportFile.tsx'
import { columnsQuery, readVerdicts } from './import-queries.ts'

const verdicts = ['new', 'changed', 'unchanged', 'refused', 'undone', 'kept'] as const
const looks = {
  new: 'is-done',
  changed: 'is-attention',
  unchanged: 'is-waiting',
  refused: 'is-refused',
  undone: 'is-waiting',
  kept: 'is-attention',
} as const

/** What becomes of each row: by verdict, field by field, with what is to be mended. */
export function ImportRows({ one }: { one: ImportView }) {
  const { t, language } = useSay()
  const [verdict, setVerdict] = useState((one.verdicts.refused ?? 0) > 0 ? 'refused' : '')
  const counted = verdicts.filter((each) => one.verdicts[each])
  return (
    <section>
      <fieldset className="filters mb-3">
        <legend className="sr-only">{t(texts.verdict)}</legend>
        <Filter isOn={verdict === ''} onChoose={() => setVerdict('')}>
          {t(texts.allRows)} {formatCount(one.total, language)}
        </Filter>
        {counted.map((each) => (
          <Filter key={each} isOn={verdict === each} onChoose={() => setVerdict(each)}>
            {t(texts[each])} {formatCount(one.verdicts[each] ?? 0, language)}
          </Filter>
        ))}
      </fieldset>
      <div className="mb-3">
        <ExportFile
          key={`${verdict} ${one.state}`}
          begin={beginExportAt(`/imports/${one.importId}/rows/exports`, verdict ? { verdict } : {})}
          label={texts.exportRows}
        />
      </div>
      <Rows key={`${verdict} ${one.state}`} one={one} verdict={verdict} />
    </section>
  )
}

type FilterProps = { isOn: boolean; onChoose: () => void; children: React.ReactNode }

function Filter({ isOn, onChoose, children }: FilterProps) {
  return (
    <button type="button" className="filter" aria-pressed={isOn} onClick={onChoose}>
      {children}
    </button>
  )
}

function Rows({ one, verdict }: { one: ImportView; verdict: string }) {
  const { t } = useSay()
  const rows = usePages(['verdicts', one.importId, one.state, verdict], (cursor) =>
    readVerdicts(one.importId, verdict, cursor),
  )
  if (rows.error) return <Trouble isPart error={rows.error} onRetry={rows.again} />
  if (!rows.items) return <Skeleton rows={2} />
  return (
    <>
      <div className="card ledger-frame">
        <table className="ledger records">
          <thead>
            <tr>
              <th scope="col">{t(texts.key)}</th>
              <th scope="col" className="number">
                {t(texts.row)}
              </th>
              <th scope="col">{t(texts.verdict)}</th>
              <th scope="col">{t(texts.message)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.items.map((row) => (
              <Row key={row.row} row={row} one={one} />
            ))}
          </tbody>
        </table>
      </div>
      <More onMore={rows.more} isReading={rows.isReadingMore} />
    </>
  )
}

function Row({
  row: { line, key, verdict, changes, problems = [], notes = [] },
  one,
}: {
  row: RowVerdict
  one: ImportView
}) {
  const { t, language } = useSay()
  const { data: columns } = useQuery(columnsQuery(one.kind))
  const nameOf = (field: string) =>
    columns?.items.find((column) => column.key === field)?.title[language] ?? field
  const said = (value: unknown) =>
    value === '' || value === null || value === undefined ? t(texts.empty) : String(value)
  return (
    <tr>
      <th scope="row">{key || t(texts.empty)}</th>
      <td className="number" data-title={t(texts.row)}>
        {line}
      </td>
      <td>
        <span className={`pill ${looks[verdict]}`}>{t(texts[verdict])}</span>
      </td>
      <td>
        {Object.entries(changes ?? {}).map(([field, { from, to }]) => (
          <span key={field} className="block">
            {t(texts.change, { field: nameOf(field), from: said(from), to: said(to) })}
          </span>
        ))}
        {[...problems, ...notes].map(({ code, column, message }) => (
          <span key={`${code} ${column}`} className={problems.length > 0 ? 'block is-refused' : 'block'}>
            {message ?? code}
          </span>
        ))}
      </td>
    </tr>
  )
}
