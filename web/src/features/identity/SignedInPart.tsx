import { useIsFetching, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { SignedIn } from '#shared/identity'
import { browserTexts, systemTexts, signedInTexts as texts } from '#shared/texts/signed-in'
import { useSay } from '../../components/language-context.ts'
import { Refused } from '../../components/Refused.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { formatMoment } from '../../formats.ts'
import { companyQuery } from '../accounts/account-queries.ts'
import { endSessionsElsewhere, placesQuery } from './signed-in-queries.ts'

/** Brings one back here after proving who one is. */
const BACK = 'devices'

/** Where I am signed in, and the way to end it elsewhere once it is proven that it is me. */
export function SignedInPart() {
  const { t } = useSay()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(placesQuery)
  const place = useRef<HTMLElement>(null)
  const ending = useMutation({
    mutationFn: endSessionsElsewhere,
    onSettled: () => client.invalidateQueries({ queryKey: placesQuery.queryKey }),
  })
  // It stands below what else the page asks for, which would push it down under a finger.
  const isQuiet = useIsFetching() === 0
  const [isThere, setThere] = useState(false)
  if (isQuiet && data && !isThere) setThere(true)
  useEffect(() => {
    if (isThere && new URLSearchParams(location.search).has(BACK)) place.current?.scrollIntoView()
  }, [isThere])
  if (error) return <Trouble isPart error={error} onRetry={() => void refetch()} />
  if (!data || !isThere) return null
  const others = data.items.filter(({ isThis }) => !isThis)
  const ownFirst = [...data.items.filter(({ isThis }) => isThis), ...others]
  return (
    <section className="card" ref={place} aria-labelledby="signed-in">
      <h2 className="mb-2" id="signed-in">
        {t(texts.heading)}
      </h2>
      <p className="facts">{t(others.length > 0 ? texts.hint : texts.alone)}</p>
      <ul className="people">
        {ownFirst.map((one) => (
          <Place
            key={one.id}
            place={one}
            isBusy={ending.isPending}
            onEnd={data.isProven && !one.isThis ? () => ending.mutate(one.id) : undefined}
          />
        ))}
      </ul>
      <Refused error={ending.error} className="mt-3" />
      {ending.data && (
        <p className="notice good mt-3" role="status">
          {t(texts.ended, { count: ending.data.ended })}
        </p>
      )}
      {others.length > 0 && !data.isProven && <Proving />}
      {others.length > 0 && data.isProven && (
        <button
          type="button"
          className="quiet danger mt-3"
          disabled={ending.isPending}
          onClick={() => ending.mutate(undefined)}
        >
          {t(texts.endOthers)}
        </button>
      )}
    </section>
  )
}

function Proving() {
  const { t, language } = useSay()
  const way = new URLSearchParams({ prompt: 'login', language, returnTo: `/${language}/me/?${BACK}=1` })
  return (
    <div className="mt-3">
      <p className="facts mb-2">{t(texts.prove)}</p>
      <a className="quiet" href={`/api/sign-in?${way}`}>
        {t(texts.proveNow)}
      </a>
    </div>
  )
}

type PlaceProps = { place: SignedIn; isBusy: boolean; onEnd: (() => void) | undefined }

function Place({ place, isBusy, onEnd }: PlaceProps) {
  const { t, language } = useSay()
  const { data: company } = useQuery(companyQuery)
  const momentOf = (instant: string) => (company ? formatMoment(instant, company.timeZone, language) : '…')
  const { device, beganAt, seenAt, customerName, isThis } = place
  const named = t(texts.device, {
    browser: t(browserTexts[device.browser]),
    system: t(systemTexts[device.system]),
  })
  const told = [
    customerName ? customerName[language] : t(texts.atWork),
    beganAt && t(texts.began, { moment: momentOf(beganAt) }),
    seenAt && !isThis && t(texts.seen, { moment: momentOf(seenAt) }),
  ]
  return (
    <li>
      <span className="person">
        {named} {isThis && <span className="pill is-done">{t(texts.thisOne)}</span>}
        <span className="facts block">{told.filter(Boolean).join(' · ')}</span>
      </span>
      {onEnd && (
        <button
          type="button"
          className="quiet"
          aria-label={t(texts.endOf, { device: named })}
          disabled={isBusy}
          onClick={onEnd}
        >
          {t(texts.end)}
        </button>
      )}
    </li>
  )
}
