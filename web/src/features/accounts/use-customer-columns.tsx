import { useQuery } from '@tanstack/react-query'
import type { CustomerCard } from '#shared/accounts'
import type { SessionView } from '#shared/identity'
import { customerKindTexts, customerFieldTexts as fields } from '#shared/texts/customer-fields'
import { customerTexts as texts } from '#shared/texts/customers'
import { useSay } from '../../components/language-context.ts'
import type { Column } from '../../components/list/columns.ts'
import { formatFullDay } from '../../formats.ts'
import { useBatchName } from '../calendar/use-batches.ts'
import { may } from '../identity/session-queries.ts'
import { companyQuery } from './account-queries.ts'
import { OrderFor } from './OrderFor.tsx'
import { useUnitName } from './UnitSelect.tsx'

/** The columns of the list of customers; which are usual depends on how the company sells. */
export function useCustomerColumns(session: SessionView): Column<CustomerCard>[] {
  const { t, language } = useSay()
  const unitName = useUnitName()
  const batchName = useBatchName()
  const { data: company } = useQuery(companyQuery)
  const isTraded = company?.preset === 'traded'
  const takesOrders = may(session, 'order')
  return [
    { key: 'number', title: fields.number, cell: ({ number }) => number, isNumber: true, isUsual: true },
    { key: 'code', title: fields.code, cell: ({ code }) => code },
    { key: 'unit', title: fields.unitPath, cell: ({ unitPath }) => unitName(unitPath), isUsual: true },
    { key: 'grade', title: fields.grade, cell: ({ grade }) => grade, isNumber: true, isUsual: !isTraded },
    {
      key: 'class',
      title: fields.customerClass,
      cell: ({ customerClass }) => customerClass,
      isUsual: isTraded,
    },
    {
      key: 'batch',
      title: fields.batch,
      cell: ({ batch }) => batch && batchName(batch),
      isUsual: !isTraded,
    },
    { key: 'route', title: fields.route, cell: ({ route }) => route },
    { key: 'format', title: fields.format, cell: ({ format }) => format },
    { key: 'kind', title: fields.kind, cell: ({ kind }) => kind && t(customerKindTexts[kind]) },
    { key: 'licence', title: fields.licenceNumber, cell: ({ licence }) => licence?.number },
    {
      key: 'expires',
      title: fields.expiresOn,
      isOneLine: true,
      cell: ({ licence }) => licence?.expiresOn && formatFullDay(licence.expiresOn, language),
    },
    {
      key: 'order',
      title: texts.order,
      isUsual: takesOrders,
      isAction: true,
      cell: (shop) => takesOrders && <OrderFor shop={shop} />,
    },
  ]
}
