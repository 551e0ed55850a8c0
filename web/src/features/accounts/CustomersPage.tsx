import { useState } from 'react'
import type { SessionView } from '#shared/identity'
import type { Language } from '#shared/languages'
import { customerTexts as texts } from '#shared/texts/customers'
import { useSay } from '../../components/language-context.ts'
import { More } from '../../components/More.tsx'
import { QueryPortal } from '../../components/QueryPortal.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { usePages } from '../../components/use-pages.ts'
import { mayOrder } from '../identity/session-queries.ts'
import { readCustomers } from './account-queries.ts'
import { UnitSelect, useUnitName } from './UnitSelect.tsx'

/** Customers of my units; each leads to its orders and to ordering on its behalf. */
export function CustomersPage({ language }: { language: Language }) {
  return <QueryPortal language={language}>{(session) => <Customers session={session} />}</QueryPortal>
}

function Customers({ session }: { session: SessionView }) {
  const { t, language } = useSay()
  const unitName = useUnitName()
  const [unitPath, setUnitPath] = useState('')
  const { items, error, again, more, isReadingMore } = usePages(['customers', unitPath], (cursor) =>
    readCustomers(unitPath, cursor),
  )
  const may = mayOrder(session)
  return (
    <>
      <div className="page-head">
        <h1>{t(texts.title)}</h1>
      </div>
      <div className="fields mb-4">
        <UnitSelect label={t(texts.unit)} value={unitPath} onChange={setUnitPath} />
      </div>
      {error && <Trouble isPart error={error} onRetry={again} />}
      {!items && !error && <Skeleton />}
      {items?.length === 0 && (
        <section className="card">
          <h2>{t(texts.none)}</h2>
          <p className="text-soft">{t(texts.noneHint)}</p>
        </section>
      )}
      {items && items.length > 0 && (
        <ul className="people card">
          {items.map(({ customerId, code, name, grade, unitPath: path, isOnHold }) => (
            <li key={customerId}>
              <span className="person">
                {name[language]} {isOnHold && <span className="pill is-refused">{t(texts.onHold)}</span>}
                <span className="facts block">
                  {code} · {unitName(path)}
                  {grade !== undefined && ` · ${t(texts.grade)} ${grade}`}
                </span>
              </span>
              <span className="actions">
                {may && (
                  <a
                    className="quiet"
                    href={`/${language}/order/?customer=${customerId}`}
                    aria-label={`${t(texts.order)} ${name[language]}`}
                  >
                    {t(texts.order)}
                  </a>
                )}
                <a
                  className="quiet"
                  href={`/${language}/orders/?customer=${customerId}`}
                  aria-label={`${t(texts.orders)} ${name[language]}`}
                >
                  {t(texts.orders)}
                </a>
              </span>
            </li>
          ))}
        </ul>
      )}
      <More onMore={more} isReading={isReadingMore} />
    </>
  )
}
