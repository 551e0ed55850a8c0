import { useQuery } from '@tanstack/react-query'
import type { SessionView } from '#shared/identity'
import { homeTexts as texts } from '#shared/texts/home'
import { roleTexts } from '#shared/texts/people'
import { Icon } from '../../components/Icon.tsx'
import type { IconName } from '../../components/icons.ts'
import { useSay } from '../../components/language-context.ts'
import { useUnitName } from '../accounts/UnitSelect.tsx'
import { isAdministrator, maySeeRequests } from '../identity/session-queries.ts'
import { readRequests } from '../requests/request-queries.ts'

type Door = {
  icon: IconName
  name: 'Orders' | 'Calendar' | 'Customers' | 'Requests' | 'Products' | 'Prices' | 'Imports' | 'People'
  to: string
  isFor?: (session: SessionView) => boolean
}

const doors: readonly Door[] = [
  { icon: 'orders', name: 'Orders', to: 'orders/' },
  { icon: 'customers', name: 'Customers', to: 'staff/customers/' },
  { icon: 'calendar', name: 'Calendar', to: 'staff/calendar/' },
  { icon: 'requests', name: 'Requests', to: 'staff/requests/', isFor: maySeeRequests },
  { icon: 'products', name: 'Products', to: 'staff/products/' },
  { icon: 'prices', name: 'Prices', to: 'staff/prices/' },
  { icon: 'imports', name: 'Imports', to: 'staff/imports/', isFor: isAdministrator },
  { icon: 'people', name: 'People', to: 'staff/people/', isFor: isAdministrator },
]

/** What staff can do, and where. */
export function StaffHome({ session }: { session: SessionView }) {
  const { t, language } = useSay()
  const unitName = useUnitName()
  const open = doors.filter(({ isFor }) => !isFor || isFor(session))
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
      <ul className="cards doors">
        {open.map(({ icon, name, to }) => (
          <li key={name} className="card order-card">
            <a className="order-link" href={`/${language}/${to}`}>
              {t(texts[`staff${name}`])}
            </a>
            <span className="order-state text-brand">
              <Icon name={icon} />
            </span>
            <span className="facts">
              {name === 'Requests' && <Waiting />}
              {t(texts[`staff${name}Text`])}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

const MOST_COUNTED = 100

/** How many requests wait for a decision. */
function Waiting() {
  const { t } = useSay()
  const { data } = useQuery({
    queryKey: ['requests', 'waiting'],
    queryFn: () => readRequests({ state: 'asked' }, { limit: MOST_COUNTED }),
  })
  const count = data?.items.length ?? 0
  if (count === 0) return null
  return (
    <strong className="is-waiting block">
      {t(texts.waiting, { count: data?.nextCursor ? `${count}+` : count })}
    </strong>
  )
}
