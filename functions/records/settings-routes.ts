// The history of what the company sets for all orders, and of what looked odd by it.
import * as z from 'zod'
import { type Grant, grantOf } from '#platform/http/rights'
import { CustomerIdField } from '#shared/accounts'
import { CycleIdField } from '#shared/calendar'
import { staffRoles } from '#shared/roles'
import { historyRoutes, onlyOne, tells } from './history-routes.ts'

const ofMinimum = {
  staff: staffRoles,
  client: ['master-data.read'],
  scope: { company: true },
} as const satisfies Grant
const ofThresholds = grantOf('seeOddities', { company: true })
const ofOddity = grantOf('seeOddities', { customer: 'path' })

export const settingHistoryRoutes = historyRoutes([
  tells({
    path: '/order-minimum',
    parts: onlyOne,
    rights: ofMinimum,
    named: () => ({ setting: 'order-minimum' }),
    history: 'Who changed what an order must come to at least',
    record: 'The order minimum as it stood at an instant',
  }),
  tells({
    path: '/oddity-thresholds',
    parts: onlyOne,
    rights: ofThresholds,
    named: () => ({ setting: 'oddity-thresholds' }),
    history: 'Who changed from when on an order is worth a look',
    record: 'The thresholds as they stood at an instant',
  }),
  tells({
    path: '/customers/{customerId}/oddities/{cycleId}',
    parts: z.object({ customerId: CustomerIdField, cycleId: CycleIdField }),
    rights: ofOddity,
    named: (oddity) => ({ setting: 'oddity', ...oddity }),
    history: 'Who looked at what is odd, and what they found',
    record: 'What a look had brought at an instant',
  }),
])
