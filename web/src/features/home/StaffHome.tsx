import { lazy, Suspense, useState } from 'react'
import type { Unit } from '#shared/accounts'
import type { SessionView } from '#shared/identity'
import type { Text } from '#shared/languages'
import type { Deed } from '#shared/rights'
import { homeTexts as texts } from '#shared/texts/home'
import { roleTexts } from '#shared/texts/people'
import { tallyTexts } from '#shared/texts/tallies'
import { read } from '../../api.ts'
import { Icon } from '../../components/Icon.tsx'
import type { IconName } from '../../components/icons.ts'
import { useSay } from '../../components/language-context.ts'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { useAnswer } from '../../components/use-answer.ts'
import { nameOfUnit } from '../accounts/unit-options.ts'
import { may } from '../identity/session-queries.ts'
import { readStaffDay, type StaffsDay } from './home-queries.ts'
import { ObligationCard } from './ObligationCard.tsx'
import { SinceLast } from './SinceLast.tsx'
import { useFreshAnswer } from './use-fresh-answer.ts'

const CyclesInProgress = lazy(async () => ({
  default: (await import('./CyclesInProgress.tsx')).CyclesInProgress,
}))
const FirstSteps = lazy(async () => ({
  default: (await import('../company/FirstSteps.tsx')).FirstSteps,
}))
const OrderTallyPart = lazy(async () => ({
  default: (await import('../orders/OrderTallyPart.tsx')).OrderTallyPart,
}))

type Door = {
  icon: IconName
  name:
    | 'Orders'
    | 'Calendar'
    | 'Oddities'
    | 'Desk'
    | 'Customers'
    | 'Requests'
    | 'Products'
    | 'Prices'
    | 'Imports'
    | 'Messages'
    | 'People'
    | 'Company'
  to: string
  isFor?: Deed
  /** What it says to who may not do this, and only looks. */
  orLook?: { deed: Deed; text: Text }
}

const doors: readonly Door[] = [
  { icon: 'orders', name: 'Orders', to: 'orders/' },
  { icon: 'desk', name: 'Desk', to: 'staff/desk/', isFor: 'order' },
  {
    icon: 'customers',
    name: 'Customers',
    to: 'staff/customers/',
    orLook: { deed: 'order', text: texts.staffCustomersLook },
  },
  { icon: 'calendar', name: 'Calendar', to: 'staff/calendar/' },
  { icon: 'attention', name: 'Oddities', to: 'staff/oddities/', isFor: 'seeOddities' },
  { icon: 'requests', name: 'Requests', to: 'staff/requests/', isFor: 'seeRequests' },
  {
    icon: 'products',
    name: 'Products',
    to: 'staff/products/',
    orLook: { deed: 'keepProducts', text: texts.staffProductsLook },
  },
  {
    icon: 'prices',
    name: 'Prices',
    to: 'staff/prices/',
    orLook: { deed: 'keepPrices', text: texts.staffPricesLook },
  },
  { icon: 'imports', name: 'Imports', to: 'staff/imports/', isFor: 'importFiles' },
  { icon: 'messages', name: 'Messages', to: 'staff/messages/', isFor: 'wordMessages' },
  { icon: 'people', name: 'People', to: 'staff/people/', isFor: 'keepStaff' },
  { icon: 'home', name: 'Company', to: 'staff/company/', isFor: 'seeCompany' },
]

/** What waits for staff in their units, what they can do, and where. */
export function StaffHome({ session }: { session: SessionView }) {
  const { t, language } = useSay()
  const unitName = useUnitName()
  const { data, error, again } = useFreshAnswer('staff home', () =>
    readStaffDay(may(session, 'seeFirstSteps')),
  )
  const open = doors.filter(({ isFor }) => !isFor || may(session, isFor))
  return (
    <>
      <header className="page-head">
        <div>
          <p className="facts">
            {session.grants
              .map(({ role, unitPath }) => `${t(roleTexts[role])} · ${unitName(unitPath)}`)
              .join('  |  ')}
          </p>
          <h1>{t(texts.staffHello, { name: session.name })}</h1>
        </div>
      </header>
      {error !== undefined && <Trouble error={error} onRetry={again} isPart />}
      {!data && !error && <Skeleton rows={2} />}
      {data && data.steps.length > 0 && (
        <Suspense fallback={<Skeleton rows={6} />}>
          <FirstSteps steps={data.steps} timeZone={data.timeZone} />
        </Suspense>
      )}
      {data && may(session, 'followOrders') && (
        <Suspense>
          <CyclesInProgress timeZone={data.timeZone} unitName={unitName} />
        </Suspense>
      )}
      {data && <Due home={data} />}
      <ul className="cards doors">
        {open.map(({ icon, name, to, orLook }) => (
          <li key={name} className="card order-card">
            <a className="order-link" href={`/${language}/${to}`}>
              {t(texts[`staff${name}`])}
            </a>
            <span className="order-state text-brand">
              <Icon name={icon} />
            </span>
            <span className="facts">
              {t(orLook && !may(session, orLook.deed) ? orLook.text : texts[`staff${name}Text`])}
            </span>
          </li>
        ))}
      </ul>
      {data && <Lately timeZone={data.timeZone} unitName={unitName} />}
    </>
  )
}

/** The orders of the last days, counted when someone asks: of a whole company they are many to read. */
function Lately(of: { timeZone: string; unitName: (unitPath: string) => string }) {
  const { t } = useSay()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="my-6" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="link">{t(tallyTexts.show)}</summary>
      {isOpen && (
        <Suspense fallback={<Skeleton rows={4} />}>
          <OrderTallyPart {...of} />
        </Suspense>
      )}
    </details>
  )
}

function Due({ home: { day, news, timeZone } }: { home: StaffsDay }) {
  const { t } = useSay()
  return (
    <div className="mb-6">
      {day.items.length > 0 && <h2 className="mb-2">{t(texts.staffDue)}</h2>}
      <div className="cards doors">
        {day.items.map((due) => (
          <ObligationCard key={`${due.kind} ${due.id}`} due={due} now={day.now} timeZone={timeZone} />
        ))}
      </div>
      <SinceLast news={news} />
    </div>
  )
}

/** The same as that of the staff pages, without TanStack Query, which would take a dealer's home over its budget. */
function useUnitName(): (unitPath: string) => string {
  const { language } = useSay()
  const { data } = useAnswer('units', () => read<{ items: Unit[] }>('/units'))
  return (unitPath) => nameOfUnit(data?.items, unitPath, language)
}
