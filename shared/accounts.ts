import * as z from 'zod'
import { currencies } from './money.ts'
import { pageOf } from './paging.ts'
import { unitPathPattern } from './unit-path.ts'

export const CustomerIdField = z.templateLiteral(['cus_', z.string().regex(/^[0-9A-Z]{16}$/)])
export const UnitPathField = z.string().regex(unitPathPattern)
export const TextField = z.object({ zh: z.string(), en: z.string() })

/** The company's own settings: every rule that differs between companies. */
export const Company = z
  .object({
    preset: z.enum(['supplied', 'traded']),
    name: TextField,
    currency: z.enum(currencies),
    timeZone: z.string(),
    brandColour: z.string(),
    servicePhone: z.string(),
    oneOrderACycle: z.boolean(),
    pricesIncludeTax: z.boolean(),
  })
  .meta({ id: 'Company' })
export type Company = z.infer<typeof Company>

export const Unit = z
  .object({ path: UnitPathField, name: TextField, level: z.number().int() })
  .meta({ id: 'Unit' })
export type Unit = z.infer<typeof Unit>

/** A customer as lists show it. */
export const CustomerCard = z
  .object({
    customerId: CustomerIdField,
    number: z.number().int(),
    code: z.string(),
    name: TextField,
    unitPath: UnitPathField,
    grade: z.number().int().optional(),
    isOnHold: z.boolean(),
    priceList: z.string().optional(),
    groupList: z.string().optional(),
  })
  .meta({ id: 'CustomerCard' })
export type CustomerCard = z.infer<typeof CustomerCard>

/** A customer whole, with its account; amounts in minor units. */
export const Customer = CustomerCard.extend({
  kind: z.enum(['retailer', 'distributor']),
  licence: z.string(),
  format: z.string(),
  address: z.string(),
  batch: z.string(),
  priceList: z.string(),
  groupList: z.string().optional(),
  holdReason: z.string().optional(),
  creditLimit: z.number().int().optional(),
  balance: z.number().int(),
  reserved: z.number().int(),
  available: z.number().int().optional(),
  version: z.number().int(),
}).meta({ id: 'Customer' })
export type Customer = z.infer<typeof Customer>

export const CustomerPage = pageOf(CustomerCard).meta({ id: 'CustomerPage' })
