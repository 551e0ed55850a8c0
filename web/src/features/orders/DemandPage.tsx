import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { DemandFilter } from '#shared/demand'
import { demandOrders, demandShown } from '#shared/demand-rules'
import type { Language } from '#shared/languages'
import { demandTexts as texts } from '#shared/texts/demand'
import { useSay } from '../../components/language-context.ts'
import { ListFrame } from '../../components/list/ListFrame.tsx'
import { RecordList } from '../../components/list/RecordList.tsx'
import { QueryPortal } from '../../components/QueryPortal.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { useAddress } from '../../components/use-address.ts'
import { beginExport, ExportFile } from '../exports/ExportFile.tsx'
import { DemandCharts } from './DemandCharts.tsx'
import { DemandFields } from './DemandFields.tsx'
import { type DemandFilters, demandFilters, demandQuery } from './demand-queries.ts'
import { NoDemand, Nothing } from './NoDemand.tsx'
import { cyclesQuery } from './order-queries.ts'
import { useDemandColumns } from './use-demand-columns.ts'

const ROWS_A_PAGE = 100

/** What the shops of my units wanted in a cycle against what they got. */
export function DemandPage({ language }: { language: Language }) {
  return <QueryPortal language={language}>{() => <ChosenCycle />}</QueryPortal>
}

/** The cycle of the address, else the last closed one in which shops ordered. */
function ChosenCycle() {
  const { t } = useSay()
  const [filters, setFilters] = useAddress(demandFilters)
  const cycles = useQuery(cyclesQuery)
  const closed = cycles.data?.items.filter(({ closesAt, now }) => closesAt <= now)
  const asked = filters.cycleId || (closed ?? [])[0]?.cycleId || cycles.data?.items[0]?.cycleId || ''
  const demand = useQuery({ ...demandQuery(asked, filters.unitPath), enabled: asked !== '' })
  const earlier = filters.cycleId ? undefined : demand.data?.lastOrderedIn
  if (!asked && cycles.error) return <Trouble error={cycles.error} onRetry={() => void cycles.refetch()} />
  if (!asked && cycles.isPending) return <Skeleton />
  if (!asked)
    return (
      <>
        <h1 className="mb-4">{t(texts.title)}</h1>
        <Nothing heading={t(texts.noCycle)} hint={t(texts.noneHint)} />
      </>
    )
  const shown = { ...filters, cycleId: earlier ?? asked }
  return (
    <Demand
      filters={shown}
      onChange={setFilters}
      fields={
        <>
          <DemandFields filters={shown} cycles={cycles.data?.items ?? []} onChange={setFilters} />
          {earlier && <p className="facts mb-4">{t(texts.openedOnLast)}</p>}
        </>
      }
    />
  )
}

type DemandProps = {
  filters: DemandFilters
  onChange: (changes: Partial<DemandFilters>) => void
  fields: ReactNode
}

function Demand({ filters, onChange, fields }: DemandProps) {
  const { t, language } = useSay()
  const { cycleId, unitPath, text, short, sort } = filters
  const [rowsShown, setRowsShown] = useState(ROWS_A_PAGE)
  const demand = useQuery(demandQuery(cycleId, unitPath))
  const { data } = demand
  const columns = useDemandColumns()
  const found = data && demandShown(data.products, asFilter(filters))
  const isMore = found !== undefined && found.length > rowsShown
  return (
    <ListFrame
      title={t(texts.title)}
      actions={
        <ExportFile
          key={JSON.stringify(filters)}
          begin={beginExport({ kind: 'demand', cycleId, filter: { text, short, sort } }, unitPath)}
        />
      }
      filters={
        <>
          {fields}
          {data && data.shops > 0 && <DemandCharts demand={data} />}
        </>
      }
      pages={{
        items: found?.slice(0, rowsShown),
        error: demand.error,
        again: () => void demand.refetch(),
        more: isMore ? () => void setRowsShown(rowsShown + ROWS_A_PAGE) : undefined,
        isReadingMore: false,
      }}
      none={<NoDemand demand={data} onSee={(seen) => onChange({ cycleId: seen })} />}
    >
      {(rows) => (
        <RecordList
          list="demand"
          label={t(texts.title)}
          rows={rows}
          keyOf={({ productId }) => productId}
          head={{
            title: texts.product,
            name: ({ name }) => name[language],
            href: ({ productId }) => `/${language}/staff/products/${productId}/`,
          }}
          columns={columns}
        />
      )}
    </ListFrame>
  )
}

/** What the address says, as far as it says something known. */
function asFilter({ text, short, sort }: DemandFilters): DemandFilter {
  return {
    text,
    ...(short === 'yes' && { short }),
    sort: demandOrders.find((order) => order === sort),
  }
}
