import type { SessionView } from '#shared/identity'
import { homeTexts as texts } from '#shared/texts/home'
import { roleTexts } from '#shared/texts/people'
import { Icon } from '../../components/Icon.tsx'
import type { IconName } from '../../components/icons.ts'
import { useSay } from '../../components/language-context.ts'
import { useUnitName } from '../accounts/UnitSelect.tsx'
import { isAdministrator } from '../identity/session-queries.ts'

type Door = {
  icon: IconName
  name: 'Orders' | 'Customers' | 'Products' | 'Prices' | 'Imports' | 'People'
  to: string
  isForAdministrators?: true
}

const doors: readonly Door[] = [
  { icon: 'orders', name: 'Orders', to: 'orders/' },
  { icon: 'customers', name: 'Customers', to: 'staff/customers/' },
  { icon: 'products', name: 'Products', to: 'staff/products/' },
  { icon: 'prices', name: 'Prices', to: 'staff/prices/' },
  { icon: 'imports', name: 'Imports', to: 'staff/imports/', isForAdministrators: true },
  { icon: 'people', name: 'People', to: 'staff/people/', isForAdministrators: true },
]

/** What staff can do, and where. */
export function StaffHome({ session }: { session: SessionView }) {
  const { t, language } = useSay()
  const unitName = useUnitName()
  const open = doors.filter(({ isForAdministrators }) => !isForAdministrators || isAdministrator(session))
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
            <span className="facts">{t(texts[`staff${name}Text`])}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
