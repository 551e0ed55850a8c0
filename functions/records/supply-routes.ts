// The history of the order plan, of cycles, of what is released for them, of files and their maps.
import * as z from 'zod'
import { type Grant, grantOf } from '#platform/http/rights'
import { CycleIdField } from '#shared/calendar'
import { importKinds } from '#shared/import-words'
import { ImportIdField } from '#shared/imports'
import { staffRoles } from '#shared/roles'
import { historyRoutes, onlyOne, tells } from './history-routes.ts'

const ofCycle = {
  staff: staffRoles,
  client: ['master-data.read'],
  scope: { company: true },
} as const satisfies Grant
const ofImport: Grant = { ...grantOf('importFiles', { company: true }), client: ['master-data.write'] }

export const supplyHistoryRoutes = historyRoutes([
  tells({
    path: '/order-plan',
    parts: onlyOne,
    rights: ofCycle,
    named: () => ({ orderPlan: true }),
    history: 'Who changed what of the order plan',
    record: 'The order plan as it stood at an instant',
  }),
  tells({
    path: '/cycles/{cycleId}',
    parts: z.object({ cycleId: CycleIdField }),
    rights: ofCycle,
    named: (cycle) => cycle,
    history: 'Who changed what of an order cycle',
    record: 'An order cycle as it stood at an instant',
  }),
  tells({
    path: '/cycles/{cycleId}/release',
    parts: z.object({ cycleId: CycleIdField }),
    rights: ofCycle,
    named: ({ cycleId }) => ({ releaseOf: cycleId }),
    history: 'Who released what for an order cycle',
    record: 'What was released for an order cycle at an instant',
  }),
  tells({
    path: '/imports/{importId}',
    parts: z.object({ importId: ImportIdField }),
    rights: ofImport,
    named: (file) => file,
    history: 'Who did what with a file',
    record: 'How a file stood at an instant',
  }),
  tells({
    path: '/import-maps/{kind}/{name}',
    parts: z.object({ kind: z.enum(importKinds), name: z.string().min(1).max(60) }),
    rights: ofImport,
    named: ({ kind, name }) => ({ mapOf: kind, name }),
    history: 'Who kept which columns under a name',
    record: 'Which columns were kept under a name at an instant',
  }),
])
