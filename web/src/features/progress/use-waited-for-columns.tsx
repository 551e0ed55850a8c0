import { useQuery } from '@tanstack/react-query'
import type { SessionView } from '#shared/identity'
import type { ShopWaitedFor } from '#shared/progress'
import { customerFieldTexts as fields } from '#shared/texts/customer-fields'
import { customerTexts } from '#shared/texts/customers'
import { waitedForTexts as texts } from '#shared/texts/waited-for'
import { useSay } from '../../components/language-context.ts'
import type { Column } from '../../components/list/columns.ts'
import { formatMoment } from '../../formats.ts'
import { companyQuery } from '../accounts/account-queries.ts'
import { OrderFor } from '../accounts/OrderFor.tsx'
import { useUnitName } from '../accounts/UnitSelect.tsx'
import { reachWords } from '../identity/reach-words.ts'
import { may } from '../identity/session-queries.ts'

/** The columns of the list of shops that a cycle waits for. */
export function useWaitedForColumns(session: SessionView): Column<ShopWaitedFor>[] {
  const { t, language } = useSay()
  const unitName = useUnitName()
  const { data: company } = useQuery(companyQuery)
  const takesOrders = may(session, 'order')
  return [
    { key: 'number', title: fields.number, cell: ({ number }) => number, isNumber: true, isUsual: true },
    { key: 'code', title: fields.code, cell: ({ code }) => code },
    {
      key: 'phone',
      title: texts.phone,
      isOneLine: true,
      isUsual: true,
      cell: ({ phone }) =>
        phone && (
          <a className="link" href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>
            {reachWords({ phone })}
          </a>
        ),
    },
    { key: 'unit', title: fields.unitPath, cell: ({ unitPath }) => unitName(unitPath), isUsual: true },
    {
      key: 'last',
      title: texts.lastOrdered,
      isOneLine: true,
      isUsual: true,
      cell: ({ lastOrderedAt }) =>
        lastOrderedAt ? company && formatMoment(lastOrderedAt, company.timeZone, language) : t(texts.never),
    },
    {
      key: 'reminded',
      title: texts.reminded,
      isUsual: true,
      cell: ({ reminded }) =>
        reminded &&
        company && (
          <>
            <span className="whitespace-nowrap">{formatMoment(reminded.at, company.timeZone, language)}</span>
            {reminded.by && ` · ${reminded.by}`}
          </>
        ),
    },
    {
      key: 'order',
      title: customerTexts.order,
      isUsual: takesOrders,
      isAction: true,
      cell: (shop) => takesOrders && <OrderFor shop={shop} />,
    },
  ]
}
