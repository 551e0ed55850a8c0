import type { ImportKind } from '#shared/import-words'
import { kindsBroughtBy } from '#shared/import-words'
import type { Language } from '#shared/languages'
import { importListTexts as listedTexts } from '#shared/texts/import-list'
import { importTexts as texts } from '#shared/texts/imports'
import { Reading } from '../../components/Asked.tsx'
import { useSay } from '../../components/language-context.ts'
import { RecordList } from '../../components/list/RecordList.tsx'
import { useChosen } from '../../components/list/use-chosen.ts'
import { More } from '../../components/More.tsx'
import { StaffPortal } from '../../components/StaffPortal.tsx'
import { useAddress } from '../../components/use-address.ts'
import { beginExport, ExportFile } from '../exports/ExportFile.tsx'
import { ImportBulk } from './ImportBulk.tsx'
import { ImportFields } from './ImportFields.tsx'
import { ImportForm } from './ImportForm.tsx'
import { ImportState } from './ImportState.tsx'
import { importFilters } from './import-queries.ts'
import { useImportColumns } from './use-import-columns.tsx'
import { useImports } from './use-imports.ts'

/** Reading in files, of the kinds that a person brings in. */
export function ImportsPage({ language }: { language: Language }) {
  return (
    <StaffPortal language={language} deed="importFiles" title={texts.title}>
      {(session) => <Imports kinds={kindsBroughtBy(session.grants)} />}
    </StaffPortal>
  )
}

function Imports({ kinds }: { kinds: readonly ImportKind[] }) {
  const { t, language } = useSay()
  const [filters, setFilters] = useAddress(importFilters)
  const { items, error, again, more, isReadingMore } = useImports(filters)
  const columns = useImportColumns()
  const chosen = useChosen(JSON.stringify(filters))
  const isFiltered = Object.values(filters).some(Boolean)
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t(texts.title)}</h1>
          <p className="text-soft">{t(texts.lead)}</p>
        </div>
      </div>
      <ImportForm kinds={kinds} asked={filters.kind} />
      <div className="page-head mt-6">
        <h2>{t(texts.earlier)}</h2>
        <ExportFile
          key={JSON.stringify(filters)}
          begin={beginExport({ kind: 'imports', filter: filters }, '')}
        />
      </div>
      <ImportFields kinds={kinds} filters={filters} onChange={setFilters} />
      <Reading of={{ items, error, again }} rows={3} />
      {items?.length === 0 && (
        <p className="card text-soft">{t(isFiltered ? listedTexts.noneFits : texts.none)}</p>
      )}
      {items && items.length > 0 && (
        <RecordList
          list="imports"
          label={t(texts.earlier)}
          rows={items}
          keyOf={({ importId }) => importId}
          head={{
            title: texts.fileName,
            name: ({ fileName }) => fileName,
            href: ({ importId }) => `/${language}/staff/imports/${importId}/`,
            beside: (one) => <ImportState one={one} />,
          }}
          columns={columns}
          chosen={chosen}
        />
      )}
      <More onMore={more} isReading={isReadingMore} />
      <ImportBulk chosen={chosen} imports={items ?? []} />
    </>
  )
}
