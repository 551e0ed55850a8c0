import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { RequestCard } from '#shared/requests'
import { requestTexts as texts } from '#shared/texts/requests'
import { Asked } from '../../components/Asked.tsx'
import { useSay } from '../../components/language-context.ts'
import { Decision } from './Decision.tsx'
import { RequestFacts } from './RequestFacts.tsx'
import { RequestHistory } from './RequestHistory.tsx'
import { RequestState } from './RequestState.tsx'
import { requestQuery } from './request-queries.ts'
import { WantedChange } from './WantedChange.tsx'

type ReviewRequestProps = {
  card: RequestCard
  /** Whose it is, where that is not plain. */
  shop?: { name: string; unit: string; href: string }
  mayDecide: boolean
  /** Chooses it among others, where several are decided at once. */
  choice?: ReactNode
}

/** A request as staff judge it: what would change, by whose wish, and the decision. */
export function ReviewRequest({ card, shop, mayDecide, choice }: ReviewRequestProps) {
  const { t } = useSay()
  const request = useQuery(requestQuery(card))
  return (
    <li className={shop ? 'card' : undefined}>
      <div className="row-head">
        {choice}
        {shop ? (
          <>
            <h2>
              <a className="link" href={shop.href}>
                {shop.name}
              </a>
            </h2>
            <span className="facts">{shop.unit}</span>
            <span>{t(texts[card.kind])}</span>
          </>
        ) : (
          <strong>{t(texts[card.kind])}</strong>
        )}
        <RequestState state={request.data?.state ?? card.state} />
      </div>
      <Asked of={request} rows={0}>
        {(whole) => (
          <>
            <RequestFacts request={whole} />
            <WantedChange request={whole} />
            {mayDecide && <Decision request={whole} />}
            <RequestHistory key={whole.state} request={whole} />
          </>
        )}
      </Asked>
    </li>
  )
}
