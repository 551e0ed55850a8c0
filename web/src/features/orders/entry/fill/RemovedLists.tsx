import { useState } from 'react'
import type { CustomerId } from '#shared/ids'
import { removedTexts as texts } from '#shared/texts/removed'
import { useSay } from '../../../../components/language-context.ts'
import { Skeleton } from '../../../../components/Skeleton.tsx'
import { Trouble } from '../../../../components/Trouble.tsx'
import { useAnswer } from '../../../../components/use-answer.ts'
import { formatMoment } from '../../../../formats.ts'
import { OrderListHistory } from './OrderListHistory.tsx'
import { readRemovedLists } from './removed-list-queries.ts'

type RemovedListsProps = { customerId: CustomerId; timeZone: string }

/** Lists that were deleted, read when they are asked for: their history is still there. */
export function RemovedLists(props: RemovedListsProps) {
  const { t } = useSay()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="mt-3" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="link">{t(texts.lists)}</summary>
      {isOpen && <Removed {...props} />}
    </details>
  )
}

function Removed({ customerId, timeZone }: RemovedListsProps) {
  const { t, language } = useSay()
  const { data, error, again } = useAnswer(customerId, () => readRemovedLists(customerId))
  if (error) return <Trouble isPart error={error} onRetry={again} />
  if (!data) return <Skeleton rows={1} />
  if (data.items.length === 0) return <p className="text-soft">{t(texts.noLists)}</p>
  return (
    <ul className="cards mt-2">
      {data.items.map(({ listId, name, removedAt }) => (
        <li key={`${listId} ${removedAt}`}>
          <strong>{name}</strong>{' '}
          <span className="facts">
            {t(texts.listOn, { time: formatMoment(removedAt, timeZone, language) })}
          </span>
          <OrderListHistory customerId={customerId} list={{ listId, name, version: 0 }} />
        </li>
      ))}
    </ul>
  )
}
