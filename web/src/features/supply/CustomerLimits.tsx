import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CustomerId, ProductId } from '#shared/ids'
import type { CustomerLimits as Limits } from '#shared/supply'
import { limitTexts as texts } from '#shared/texts/limits'
import { Asked } from '../../components/Asked.tsx'
import { useSay } from '../../components/language-context.ts'
import { useFullMoment } from '../accounts/use-full-moment.ts'
import { ProductFinder } from '../catalogue/ProductFinder.tsx'
import { CycleChoice } from './CycleChoice.tsx'
import { LimitDialog } from './LimitDialog.tsx'
import { LimitList } from './LimitList.tsx'
import { limitsQuery } from './limit-queries.ts'
import { ReleaseHistory } from './ReleaseHistory.tsx'

type CustomerLimitsProps = { customerId: CustomerId; mayRelease: boolean }

/** What is released for a customer in a cycle to come; read when it is opened. */
export function CustomerLimits(props: CustomerLimitsProps) {
  const { t } = useSay()
  const [isOpen, setOpen] = useState(false)
  return (
    <section className="card">
      <h2>{t(texts.title)}</h2>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="link">{t(texts.see)}</summary>
        {isOpen && (
          <div className="mt-3">
            <LimitsOfCycle {...props} />
          </div>
        )}
      </details>
    </section>
  )
}

function LimitsOfCycle({ customerId, mayRelease }: CustomerLimitsProps) {
  const [cycleId, setCycleId] = useState('')
  const found = useQuery(limitsQuery(customerId, cycleId))
  return (
    <Asked of={found} rows={3}>
      {(limits) => <ChosenCycle {...{ customerId, mayRelease, limits }} onChoose={setCycleId} />}
    </Asked>
  )
}

type ChosenCycleProps = CustomerLimitsProps & { limits: Limits; onChoose: (cycleId: string) => void }

function ChosenCycle({ customerId, mayRelease, limits, onChoose }: ChosenCycleProps) {
  const { t } = useSay()
  const [changed, setChanged] = useState<ProductId>()
  const { cycle, grade, version, bands } = limits
  if (!cycle) return <p className="text-soft">{t(texts.noCycle)}</p>
  const mayChange = mayRelease && grade !== undefined
  return (
    <>
      <CycleChoice customerId={customerId} chosen={cycle.cycleId} onChoose={onChoose} />
      {version === 0 ? (
        <p className="text-soft my-2">{t(texts.nothing)}</p>
      ) : (
        <>
          <Release limits={limits} />
          <LimitList
            key={cycle.cycleId}
            customerId={customerId}
            cycleId={cycle.cycleId}
            bands={bands}
            onChange={mayChange ? setChanged : undefined}
          />
        </>
      )}
      {mayChange && <ProductFinder label={t(texts.add)} without={[]} onChoose={setChanged} />}
      {mayChange && changed && (
        <LimitDialog
          key={changed}
          named={{ cycleId: cycle.cycleId, productId: changed, grade }}
          onClose={() => setChanged(undefined)}
        />
      )}
      <ReleaseHistory key={`${cycle.cycleId} ${version}`} cycleId={cycle.cycleId} />
    </>
  )
}

function Release({ limits: { grade, shops, version, publishedAt } }: { limits: Limits }) {
  const { t } = useSay()
  const moment = useFullMoment()
  if (publishedAt === undefined) return null
  return (
    <p className="facts my-2">
      {t(texts.sameForGrade, { grade: grade ?? '—', shops, version, time: moment(publishedAt) })}
    </p>
  )
}
