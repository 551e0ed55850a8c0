import * as z from 'zod'
import { Company, TextField, UnitPathField } from './accounts.ts'
import { InviteStaff } from './identity.ts'
import { languages } from './languages.ts'
import { unitPathOf } from './unit-path.ts'

const name = z.string().trim().min(1).max(60)
const Name = TextField.extend({ zh: name, en: name })
const ColourField = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/)
  .transform((colour) => colour.toLowerCase())
const PhoneField = z.string().trim().max(40)
const ZoneField = z.string().refine(isTimeZone)

/** The settings of the company as an administrator gives them; what is left out stays as it is. */
export const SaveCompany = Company.extend({
  name: Name,
  timeZone: ZoneField,
  brandColour: ColourField,
  servicePhone: PhoneField,
})
  .partial()
  .meta({ id: 'SaveCompany' })
export type SaveCompany = z.infer<typeof SaveCompany>

/** A unit as an address names it: its path with `~` for each slash, as `hq~53~5301`. */
export const UnitNameField = z.string().transform(unitPathOf).pipe(UnitPathField)

export const SaveUnit = z
  .object({ name: Name, levelName: Name.nullish().describe('Left out it stays; null takes it away.') })
  .meta({ id: 'SaveUnit' })
export type SaveUnit = z.infer<typeof SaveUnit>

export const MoveUnit = z
  .object({ under: UnitPathField.describe('The unit under which it is to lie.') })
  .meta({ id: 'MoveUnit' })

/** What a stage begins with: the company, its root unit, and who is invited as its first administrator. */
export const BeginCompany = z.object({
  preset: Company.shape.preset.default('traded'),
  name: Name,
  currency: Company.shape.currency.default('CNY'),
  servicePhone: PhoneField.default(''),
  rootUnit: z
    .string()
    .regex(/^[0-9A-Za-z-]{1,20}$/)
    .default('hq'),
  administrator: InviteStaff.omit({ grants: true }).extend({ language: z.enum(languages).default('zh') }),
})
export type BeginCompany = z.infer<typeof BeginCompany>

function isTimeZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }))
  } catch {
    return false
  }
}

/** What a new company does until its shops can order, in the order in which one builds on another. */
const firstStepNames = [
  'units',
  'staff',
  'calendar',
  'products',
  'prices',
  'limits',
  'customers',
  'owners',
  'window',
] as const

/** One of them as it stands: it can be done now, or waits for others that somebody has to do first. */
export const FirstStep = z
  .object({
    step: z.enum(firstStepNames),
    state: z.enum(['done', 'next', 'waiting']),
    waitsFor: z.array(z.enum(firstStepNames)),
    count: z.number().int().optional().describe('How many there are of what the step brings.'),
    isMore: z.boolean().optional().describe('There are more than were counted.'),
    of: z.number().int().optional().describe('How many there would be at most.'),
    at: z.string().optional().describe('When the first window opens.'),
    to: z.string().describe('The page where it is done, below the language.'),
  })
  .meta({ id: 'FirstStep' })
export type FirstStep = z.infer<typeof FirstStep>

export const FirstSteps = z.object({ items: z.array(FirstStep) }).meta({ id: 'FirstSteps' })
export type FirstSteps = z.infer<typeof FirstSteps>

const leastAmount = z.number().int().min(0).max(1e11).describe('In minor units, with tax; 0 is none.')

/** What an order must come to at least: the amount of the customer's class, else that of the company. */
export const OrderMinimum = z
  .object({
    amount: leastAmount,
    classes: z
      .array(z.object({ customerClass: z.string().trim().min(1).max(40), amount: leastAmount }))
      .max(30)
      .refine((all) => new Set(all.map(({ customerClass }) => customerClass)).size === all.length),
  })
  .meta({ id: 'OrderMinimum' })
export type OrderMinimum = z.infer<typeof OrderMinimum>
export const StoredOrderMinimum = OrderMinimum.extend({ version: z.number().int() }).meta({
  id: 'StoredOrderMinimum',
})
export type StoredOrderMinimum = z.infer<typeof StoredOrderMinimum>
