import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type CustomerId, isId } from '#shared/ids'
import { wordingTexts as texts } from '#shared/texts/wording'
import { Reading } from '../../components/Asked.tsx'
import { ChoiceField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { FindBox } from '../../components/list/FindBox.tsx'
import { More } from '../../components/More.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { usePages } from '../../components/use-pages.ts'
import { customerQuery } from '../accounts/account-queries.ts'
import { beginExportAt, ExportFile } from '../exports/ExportFile.tsx'
import { membersQuery } from '../identity/people-queries.ts'
import { findShops, readSent, type wordingFilters } from './message-queries.ts'
import { SentList } from './SentList.tsx'

type Filters = Readonly<Record<(typeof wordingFilters)[number], string>>
type SendLogProps = { filters: Filters; onFilter: (changes: Partial<Filters>) => void }

/** What was sent to the people of one shop, by person and by state. */
export function SendLog({ filters, onFilter }: SendLogProps) {
  const { t } = useSay()
  const { customerId } = filters
  return (
    <>
      <ShopFinder onChoose={(chosen) => onFilter({ customerId: chosen, personId: '', state: '' })} />
      {isId('customer', customerId) ? (
        <LogOfShop key={customerId} customerId={customerId} filters={filters} onFilter={onFilter} />
      ) : (
        <p className="card text-soft">{t(texts.chooseShop)}</p>
      )}
    </>
  )
}

function ShopFinder({ onChoose }: { onChoose: (customerId: CustomerId) => void }) {
  const { t, language } = useSay()
  const [text, setText] = useState('')
  const found = useQuery({
    queryKey: ['shops found', text],
    queryFn: () => findShops(text),
    enabled: text.trim() !== '',
  })
  return (
    <div className="mb-4">
      <FindBox label={t(texts.findShop)} hint={t(texts.findShopHint)} value={text} onChange={setText} />
      {found.error && <Trouble isPart error={found.error} onRetry={() => void found.refetch()} />}
      <ul className="actions mt-2">
        {text !== '' &&
          found.data?.items.map(({ customerId, name }) => (
            <li key={customerId}>
              <button
                type="button"
                className="quiet"
                onClick={() => {
                  onChoose(customerId)
                  setText('')
                }}
              >
                {name[language]}
              </button>
            </li>
          ))}
      </ul>
    </div>
  )
}

function LogOfShop({ customerId, filters, onFilter }: SendLogProps & { customerId: CustomerId }) {
  const { t, language } = useSay()
  const { personId, state } = filters
  const shop = useQuery(customerQuery(customerId))
  const members = useQuery(membersQuery(customerId))
  const list = usePages(['sent', customerId, personId, state], (cursor) =>
    readSent(customerId, { personId, state }, cursor),
  )
  const states = [
    { value: 'waiting', name: t(texts.waiting) },
    { value: 'sent', name: t(texts.sentState) },
    { value: 'given-up', name: t(texts.givenUp) },
    { value: 'no-address', name: t(texts.noAddress) },
    { value: 'over', name: t(texts.over) },
  ]
  const people = members.data?.items.map((member) => ({ value: member.personId, name: member.name })) ?? []
  return (
    <>
      <h2 className="mb-3">
        <a className="link" href={`/${language}/staff/customers/${customerId}/`}>
          {shop.data?.name[language] ?? '…'}
        </a>
      </h2>
      <div className="fields mb-4">
        <ChoiceField
          label={t(texts.person)}
          value={personId}
          options={people}
          none="—"
          onChange={(chosen) => onFilter({ personId: chosen })}
        />
        <ChoiceField
          label={t(texts.state)}
          value={state}
          options={states}
          none="—"
          onChange={(chosen) => onFilter({ state: chosen })}
        />
      </div>
      <div className="mb-4">
        <ExportFile
          key={`${personId} ${state}`}
          begin={beginExportAt(`/customers/${customerId}/messages/exports`, {
            filter: { ...(personId && { personId }), ...(state && { state }) },
          })}
        />
      </div>
      <Reading of={list} />
      {list.items?.length === 0 && <p className="card text-soft">{t(texts.noSent)}</p>}
      {list.items && list.items.length > 0 && (
        <SentList list="sent messages" label={t(texts.sent)} items={list.items} />
      )}
      <More onMore={list.more} isReading={list.isReadingMore} />
    </>
  )
}
