import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { RemovedContact } from '#shared/identity'
import type { CustomerId } from '#shared/ids'
import { recordTexts } from '#shared/texts/records'
import { removedTexts as texts } from '#shared/texts/removed'
import { Asked } from '../../components/Asked.tsx'
import { useSay } from '../../components/language-context.ts'
import { useFullMoment } from '../accounts/use-full-moment.ts'
import { removedContactsQuery } from './people-queries.ts'

type RemovedContactsProps = {
  customerId: CustomerId
  history: (contact: Pick<RemovedContact, 'personId' | 'name'>) => ReactNode
}

/** Whom one could once ask for at a customer, read when they are asked for: their history is still there. */
export function RemovedContacts(props: RemovedContactsProps) {
  const { t } = useSay()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="mt-3" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="link">{t(texts.contacts)}</summary>
      {isOpen && <Removed {...props} />}
    </details>
  )
}

function Removed({ customerId, history }: RemovedContactsProps) {
  const { t } = useSay()
  const time = useFullMoment()
  const found = useQuery(removedContactsQuery(customerId))
  return (
    <Asked of={found} rows={1}>
      {({ items }) => (
        <ul className="people">
          {items.length === 0 && <li className="text-soft">{t(texts.noContacts)}</li>}
          {items.map(({ personId, name, removedAt }) => (
            <li key={personId}>
              <span className="person">
                {name || t(recordTexts.byUnknown)}{' '}
                <span className="facts">{t(texts.contactOn, { time: time(removedAt) })}</span>
              </span>
              {history({ personId, name: name || t(recordTexts.byUnknown) })}
            </li>
          ))}
        </ul>
      )}
    </Asked>
  )
}
