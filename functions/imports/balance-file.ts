import {
  type CustomerState,
  customerIdOfCode,
  inputOfCustomer,
  planCustomer,
  storedCustomers,
} from '#accounts'
import { Problem } from '#shared/problems'
import { type Columns, moneyCell, textCell } from './cell-rules.ts'
import { rowKind } from './row-kind.ts'

/** The columns of opening balances. */
export const balanceColumns = {
  customer: {
    title: { zh: '客户编码', en: 'Customer code' },
    aliases: ['code', 'customer id', '编码', '客户'],
    codec: textCell(40),
    isRequired: true,
    of: ({ customer }) => customer.code,
    examples: ['530102-0183', '530102-0184'],
  },
  balance: {
    title: { zh: '余额', en: 'Balance' },
    aliases: ['opening balance', 'amount', '期初余额', '金额'],
    codec: moneyCell,
    isRequired: true,
    of: ({ account }) => account.balance,
    examples: ['1250.00', '-80.00'],
  },
  credit_limit: {
    title: { zh: '信用额度', en: 'Credit limit' },
    aliases: ['credit', '额度'],
    codec: moneyCell,
    of: ({ account }) => account.creditLimit,
    examples: ['5000.00', ''],
  },
} as const satisfies Columns<CustomerState>

/** Opening balances of customers that are there already. */
export const balanceFile = rowKind<CustomerState, typeof balanceColumns>({
  columns: balanceColumns,
  keyOf: ({ customer = '' }) => customer.trim(),
  parallel: 4,
  begin: (world) => ({
    stored: (rows) =>
      storedCustomers(
        world.table,
        rows.map(({ customer = '' }) => customerIdOfCode(customer.trim())),
        { isStrong: true },
      ),
    versionOf: ({ customer }) => customer.version ?? 0,
    plan: async ({ customer, balance, credit_limit }, stored) => {
      if (!stored) throw new Problem('imports.reference_unknown', { column: 'customer', value: customer })
      return planCustomer(world, { ...inputOfCustomer(stored), balance, creditLimit: credit_limit })
    },
    remove: () => Promise.reject(new Problem('imports.cannot_undo')),
  }),
})
