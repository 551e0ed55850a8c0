import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type HistoryEntry, isFieldChange } from '#shared/history'
import type { Currency } from '#shared/money'
import { priceTexts } from '#shared/texts/prices'
import { publicationTexts as texts } from '#shared/texts/publications'
import { Asked } from '../../components/Asked.tsx'
import { useSay } from '../../components/language-context.ts'
import { partsOf, plainWords, type RecordWords } from '../../components/record-words.ts'
import { HistoryFold } from '../records/HistoryFold.tsx'
import { ChangedOffers } from './ChangedOffers.tsx'
import { pastPublicationQuery } from './price-queries.ts'
import { useListNames } from './use-list-names.ts'

const place = { path: '/publications', queryKey: ['publications'] }

/** Who published when, made from which draft, and what it changed for whom. */
export function PublicationHistory({ currency }: { currency: Currency }) {
  const { t, language } = useSay()
  const nameOf = useListNames()
  const words: RecordWords = {
    names: {
      version: texts.number,
      offered: texts.offered,
      prices: texts.lists,
      companyList: priceTexts.company,
    },
    wordsFor: (field, value) => {
      if (field === 'prices') return Object.keys(partsOf(value)).map(nameOf).join('、')
      if (field === 'companyList' && typeof value === 'string') return nameOf(value)
      return plainWords(value, language)
    },
  }
  return (
    <div className="mb-4">
      <HistoryFold
        place={place}
        words={words}
        title={t(texts.title)}
        more={(entry) => <PublicationFacts entry={entry} currency={currency} />}
      />
    </div>
  )
}

function PublicationFacts({ entry: { change }, currency }: { entry: HistoryEntry; currency: Currency }) {
  const { t } = useSay()
  const nameOf = useListNames()
  const { version, productCount, priceCount, wasLookedAt } = change
  const affected = Array.isArray(change.affected) ? change.affected.map(partsOf) : []
  return (
    <>
      {typeof productCount === 'number' && (
        <p>{t(priceTexts.summary, { products: productCount, prices: priceCount })}</p>
      )}
      {affected.length > 0 && (
        <ul>
          {affected.map(({ list, priceCount: prices, customers }) => (
            <li key={String(list)}>
              {t(priceTexts.affects, { list: nameOf(String(list)), prices, customers })}
            </li>
          ))}
        </ul>
      )}
      {typeof wasLookedAt === 'boolean' && (
        <p className="facts">{t(wasLookedAt ? texts.lookedAt : texts.unseen)}</p>
      )}
      {isFieldChange(version) && <PastChanges version={Number(version.to)} currency={currency} />}
    </>
  )
}

function PastChanges({ version, currency }: { version: number; currency: Currency }) {
  const { t } = useSay()
  const [isOpen, setOpen] = useState(false)
  const found = useQuery({ ...pastPublicationQuery(version), enabled: isOpen })
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="link">{t(priceTexts.seeChanges)}</summary>
      {isOpen && (
        <Asked of={found} rows={2}>
          {(changes) => (
            <>
              {changes.productCount === 0 && changes.priceCount === 0 && (
                <p className="text-soft">{t(texts.sameAgain)}</p>
              )}
              <ChangedOffers changes={changes} currency={currency} />
            </>
          )}
        </Asked>
      )}
    </details>
  )
}
