import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CustomerId, ProductId } from '#shared/ids'
import type { CustomerLimit, CustomerLimits } from '#shared/supply'
import { limitTexts as texts } from '#shared/texts/limits'
import { Reading } from '../../components/Asked.tsx'
import { useSay } from '../../components/language-context.ts'
import { FindBox } from '../../components/list/FindBox.tsx'
import { More } from '../../components/More.tsx'
import { usePages } from '../../components/use-pages.ts'
import { companyQuery } from '../accounts/account-queries.ts'
import { beginExportAt, ExportFile } from '../exports/ExportFile.tsx'
import { bandName } from './band-name.ts'
import { limitPages } from './limit-queries.ts'

type LimitListProps = {
  customerId: CustomerId
  cycleId: string
  bands: CustomerLimits['bands']
  onChange: ((productId: ProductId) => void) | undefined
}

/** The limits of a customer in a cycle, product by product, found by name or code. */
export function LimitList({ customerId, cycleId, bands, onChange }: LimitListProps) {
  const { t } = useSay()
  const [text, setText] = useState('')
  const list = usePages(...limitPages(customerId, { cycleId, text }))
  const filter = { cycleId, ...(text && { text }) }
  return (
    <>
      <FindBox value={text} onChange={setText} />
      <div className="my-3">
        <ExportFile key={text} begin={beginExportAt(`/customers/${customerId}/limits/exports`, { filter })} />
      </div>
      <Reading of={list} rows={3} />
      {list.items?.length === 0 && <p className="text-soft my-2">{t(texts.noneFound)}</p>}
      <ul className="people">
        {list.items?.map((limit) => (
          <LimitRow
            key={`${limit.productId} ${limit.kind}`}
            limit={limit}
            band={bands.find(({ code }) => code === limit.band)}
            onChange={onChange}
          />
        ))}
      </ul>
      <More onMore={list.more} isReading={list.isReadingMore} />
    </>
  )
}

type LimitRowProps = {
  limit: CustomerLimit
  band: CustomerLimits['bands'][number] | undefined
  onChange: LimitListProps['onChange']
}

function LimitRow({ limit, band, onChange }: LimitRowProps) {
  const { t, language } = useSay()
  const { productId, code, name, kind, quantity, isDoubled } = limit
  const isOfGrade = kind === 'grade'
  return (
    <li className="flex-nowrap">
      <span className="person">
        {name[language]} <span className="facts">{code}</span>
        <span className="block">
          {t(isOfGrade ? texts.aShop : texts.left, { quantity })}
          {isDoubled && ` · ${t(texts.doubled, { quantity: 2 * quantity })}`}
        </span>
        {band && <InBand band={band} />}
      </span>
      {isOfGrade && onChange && (
        <button
          type="button"
          className="link flex-none"
          aria-label={t(texts.changeOf, { name: name[language] })}
          onClick={() => onChange(productId)}
        >
          {t(texts.change)}
        </button>
      )}
    </li>
  )
}

function InBand({ band: { code, cap, members = [] } }: { band: CustomerLimits['bands'][number] }) {
  const { t, language } = useSay()
  const { data: company } = useQuery(companyQuery)
  const name = company && bandName(members, { currency: company.currency, language })
  return <span className="facts block">{t(texts.inBand, { band: name ?? code, cap })}</span>
}
