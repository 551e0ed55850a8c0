import { type CustomerState, customerIdOfCode, planBalance, storedCustomers } from '#accounts'
import { Problem } from '#shared/problems'
import type { Columns } from './cell-rules.ts'
import { customerColumns } from './customer-columns.ts'
import { rowKind } from './row-kind.ts'

const { code, balance, credit_limit } = customerColumns

/** The columns of opening balances: those of customers, under the names that such files give them. */
export const balanceColumns = {
  customer: { ...code, aliases: [...code.aliases, 'code'] },
  balance: {
    ...balance,
    aliases: ['opening balance', 'amount', '期初余额', '金额'],
    isRequired: true,
    examples: ['1250.00', '-80.00'],
  },
  credit_limit,
} as const satisfies Columns<CustomerState>

/** Opening balances of customers that are there already. */
export const balanceFile = rowKind<CustomerState, typeof balanceColumns>({
  columns: balanceColumns,
  keyOf: ({ customer = '' }) => customer.trim(),
  parallel: 16,
  begin: (world) => ({
    stored: (rows) =>
      storedCustomers(
        world.table,
        rows.map(({ customer = '' }) => customerIdOfCode(customer.trim())),
        { isStrong: true },
      ),
    versionOf: ({ customer }) => customer.version ?? 0,
    faultsOf: async (rows) =>
      rows.map(({ read: { customer: value }, stored }) =>
        stored || value === undefined
          ? []
          : [{ code: 'imports.reference_unknown', facts: { value }, column: 'customer' }],
      ),
    plan: async ({ customer, balance, credit_limit }, stored) => {
      if (!stored) throw new Problem('imports.reference_unknown', { column: 'customer', value: customer })
      return planBalance(world, stored, { balance, creditLimit: credit_limit })
    },
    planRemoval: () => Promise.reject(new Problem('imports.cannot_undo')),
  }),
})
