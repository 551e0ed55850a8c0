import * as z from 'zod'
import { CustomerIdField, TextField } from './accounts.ts'
import { CycleIdField } from './calendar.ts'
import { currencies } from './money.ts'
import { ChangeOrder, OrderedProducts, OrderIdField, OrderLine } from './orders.ts'
import { Spending } from './spending.ts'

/** Names its cycle, so that those of a cycle lie together. */
export const ApprovalIdField = z.templateLiteral([
  'apr_',
  z.string().regex(/^[a-z]{2,10}(-[0-9])?-\d{4}-\d{2}-\d{2}-[0-9A-Z]{16}$/),
])
export const approvalStateNames = ['asked', 'approved', 'refused', 'withdrawn', 'lapsed'] as const

const MessageField = z.string().trim().min(1).max(300)

/** The order that a change is made to, and the version it was made from. */
const ChangedOrder = z.object({ orderId: OrderIdField, version: z.number().int() })

/** An order that a buyer prepared for the owner; with `change` it takes the place of one that is there. */
export const AskApproval = ChangeOrder.extend({
  cycleId: CycleIdField,
  basketVersion: z.number().int().min(0).optional(),
  change: ChangedOrder.optional(),
  message: MessageField.optional().describe('What the buyer tells the owner.'),
}).meta({ id: 'AskApproval' })
export type AskApproval = z.infer<typeof AskApproval>

/** An approval as lists show it; `total` in minor units with tax, as it was when asked. */
export const ApprovalCard = z
  .object({
    approvalId: ApprovalIdField,
    customerId: CustomerIdField,
    cycleId: CycleIdField,
    state: z.enum(approvalStateNames),
    total: z.number().int(),
    currency: z.enum(currencies),
    lineCount: z.number().int(),
    askedBy: z.string(),
    askedAt: z.string(),
    message: z.string().optional(),
    decidedBy: z.string().optional(),
    decidedAt: z.string().optional(),
    reason: z.string().optional(),
    replacedBy: ApprovalIdField.optional(),
    orderId: OrderIdField.optional().describe('The order it became, or is to change.'),
    isChange: z.boolean(),
  })
  .meta({ id: 'ApprovalCard' })
export type ApprovalCard = z.infer<typeof ApprovalCard>

export const ApprovalsOfCycle = z.object({ items: z.array(ApprovalCard) }).meta({ id: 'ApprovalsOfCycle' })

/** An approval whole. While it waits, `judged` says what approving it now would come to, and what stands against it. */
export const Approval = ApprovalCard.extend({
  customerName: TextField,
  lines: z.array(OrderLine),
  note: z.string().optional(),
  ownNumber: z.string().optional(),
  basketVersion: z.number().int().optional(),
  limit: Spending.shape.limit.describe('How the limit of the buyer stood when it was asked.'),
  products: OrderedProducts,
  timeZone: z.string(),
  closesAt: z.string(),
  now: z.string(),
  judged: z
    .object({
      lines: z.array(OrderLine),
      total: z.number().int(),
      standing: OrderIdField.optional().describe(
        'The order that stands in its way: its lines can go into a change of it.',
      ),
      refusals: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
    })
    .optional(),
}).meta({ id: 'Approval' })
export type Approval = z.infer<typeof Approval>

/** A yes to an order; `seenTotal` is the total the owner saw, and another one is refused. */
export const ApproveOrder = z
  .object({ seenTotal: z.number().int().min(0).optional() })
  .meta({ id: 'ApproveOrder' })
export const RefuseOrder = z.object({ reason: MessageField }).meta({ id: 'RefuseOrder' })
/** The order that an approval became. */
export const ApprovedOrder = z
  .object({ orderId: OrderIdField, number: z.string(), total: z.number().int() })
  .meta({ id: 'ApprovedOrder' })
export type ApprovedOrder = z.infer<typeof ApprovedOrder>
