import * as z from 'zod'
import { currencies } from './money.ts'
import { PageQuery, pageOf } from './paging.ts'
import { unitPathPattern } from './unit-path.ts'

export const CustomerIdField = z.templateLiteral(['cus_', z.string().regex(/^[0-9A-Z]{16}$/)])
export const UnitPathField = z.string().regex(unitPathPattern)
export const TextField = z.object({ zh: z.string(), en: z.string() })
/** A day of the company's zone that the calendar has. */
export const BusinessDateField = z
  .templateLiteral([z.string(), '-', z.string(), '-', z.string()])
  .refine((date) => z.iso.date().safeParse(date).success)

export const customerKinds = ['retailer', 'distributor'] as const

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

/** The settings as they are answered, with the version that counts their changes and those of the units. */
export const CompanySettings = Company.extend({ version: z.number().int() }).meta({ id: 'CompanySettings' })
export type CompanySettings = z.infer<typeof CompanySettings>

export const Unit = z
  .object({
    path: UnitPathField,
    name: TextField,
    level: z.number().int(),
    levelName: TextField.optional().describe('What units of its kind are called, as “county”.'),
    version: z.number().int().optional().describe('What a change of it is made from.'),
  })
  .meta({ id: 'Unit' })
export type Unit = z.infer<typeof Unit>

/** A unit of the whole tree, and whether it is one that the asking person may ask about. */
export const ReachedUnit = Unit.extend({
  isReached: z.boolean().describe('True for a unit within which the asking person has a role.'),
}).meta({ id: 'ReachedUnit' })
export type ReachedUnit = z.infer<typeof ReachedUnit>

export const Licence = z
  .object({ number: z.string(), expiresOn: BusinessDateField.optional() })
  .meta({ id: 'Licence' })
export type Licence = z.infer<typeof Licence>

/** Where goods go; `receiver` is the id of the person who takes them. */
export const DeliveryAddress = z
  .object({
    addressId: z.string(),
    text: z.string(),
    note: z.string().optional(),
    receiver: z.templateLiteral(['per_', z.string().regex(/^[0-9A-Z]{16,26}$/)]).optional(),
    isMain: z.boolean(),
  })
  .meta({ id: 'DeliveryAddress' })
export type DeliveryAddress = z.infer<typeof DeliveryAddress>

const MOST_ADDRESSES = 20

/** Addresses as people and files give them: an id keeps the one there is, and one of them is the main one. */
export const AddressesInput = z
  .array(
    DeliveryAddress.extend({
      addressId: z.string().min(1).max(20).optional(),
      text: z.string().trim().min(1).max(300),
      note: z.string().trim().min(1).max(300).optional(),
    }),
  )
  .max(MOST_ADDRESSES)
  .refine((addresses) => addresses.length === 0 || addresses.filter(({ isMain }) => isMain).length === 1)
export type AddressesInput = z.infer<typeof AddressesInput>

/** A customer as lists show it; what the asker may not see is left out. */
export const CustomerCard = z
  .object({
    customerId: CustomerIdField,
    number: z.number().int(),
    code: z.string(),
    name: TextField,
    pinyin: z.string().optional().describe('Full pinyin and initials of the Chinese name.'),
    unitPath: UnitPathField,
    kind: z.enum(customerKinds).optional(),
    format: z.string().optional(),
    customerClass: z.string().optional(),
    grade: z.number().int().optional(),
    batch: z.string().optional(),
    route: z.string().optional(),
    licence: Licence.optional(),
    isOnHold: z.boolean(),
    priceList: z.string().optional(),
    groupList: z.string().optional(),
    version: z.number().int().optional().describe('What a change of many is made from.'),
  })
  .meta({ id: 'CustomerCard' })
export type CustomerCard = z.infer<typeof CustomerCard>

/** A customer whole, with its account; amounts in minor units. What the asker may not see is left out. */
export const Customer = CustomerCard.extend({
  addresses: z.array(DeliveryAddress).optional(),
  phone: z.string().optional().describe('The business line of the shop; people have their own.'),
  note: z.string().optional().describe('A note among staff.'),
  holdReason: z.string().optional(),
  creditLimit: z.number().int().optional(),
  balance: z.number().int().optional(),
  reserved: z.number().int().optional(),
  available: z.number().int().optional(),
  version: z.number().int(),
}).meta({ id: 'Customer' })
export type Customer = z.infer<typeof Customer>

export const CustomerPage = pageOf(CustomerCard).meta({ id: 'CustomerPage' })

const name = z.string().trim().min(1).max(200)
const word = z.string().trim().max(40)
const money = z.number().int().min(-1e13).max(1e13)
const CodeField = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^(?!cus_)/)
const ReasonField = z.string().trim().min(1).max(300)

/** A customer as another system or a form gives it. Of what a customer need not have, the part left out stays as it is, and
 * null takes it away. */
export const SaveCustomer = z
  .object({
    number: z.number().int().min(1).max(99_999_999).optional(),
    name: z.object({ zh: name, en: name }),
    kind: z.enum(customerKinds),
    licence: z.object({ number: word, expiresOn: BusinessDateField.optional() }),
    format: word,
    unitPath: UnitPathField,
    batch: z.string().regex(/^[a-z]{2,10}(-[0-9])?$/),
    priceList: word.min(1),
    groupList: word.min(1).nullish(),
    customerClass: word.min(1).nullish(),
    grade: z.number().int().min(1).max(99).nullish(),
    route: word.min(1).nullish(),
    holdReason: ReasonField.nullish().describe('Left out, a hold goes on; null lets order again.'),
    creditLimit: money.min(0).nullish().describe('Left out, it stays; null takes the limit away.'),
    balance: money.optional(),
    addresses: AddressesInput,
    phone: z.string().trim().min(3).max(40).nullish(),
    note: z.string().trim().min(1).max(1000).nullish(),
  })
  .meta({
    id: 'SaveCustomer',
    description:
      'Of what may be null, the part left out stays as it is, and null takes it away. The rest is put in whole.',
  })
export type SaveCustomer = z.infer<typeof SaveCustomer>
/** A customer's record as a whole: what is not there, the customer does not have. */
export type WholeCustomer = { [Field in keyof SaveCustomer]: Exclude<SaveCustomer[Field], null> }

const MOST_SAVED_AT_ONCE = 100
export const SaveCustomers = z
  .object({
    customers: z
      .array(SaveCustomer.extend({ code: CodeField }))
      .min(1)
      .max(MOST_SAVED_AT_ONCE),
  })
  .meta({ id: 'SaveCustomers' })

/** What a customer has and may owe. Credit left out stays as it is; null takes the limit away. */
export const SaveBalance = z
  .object({ balance: money, creditLimit: money.min(0).nullable().optional() })
  .meta({ id: 'SaveBalance' })
export type SaveBalance = z.infer<typeof SaveBalance>

export const SaveBalances = z
  .object({
    items: z
      .array(SaveBalance.extend({ customer: z.string().min(1).max(60).describe('Its code, or its id.') }))
      .min(1)
      .max(MOST_SAVED_AT_ONCE),
  })
  .meta({ id: 'SaveBalances' })

/** The code of a customer, or its id. */
export const CustomerNameField = z.union([CustomerIdField, CodeField])

/** The longest text that customers are searched by. */
export const MOST_SEARCHED = 100

/** What a list of customers is narrowed to; a date is that of the licence's end, the day itself left out. */
export const CustomerFilter = z.object({
  unitPath: UnitPathField.optional(),
  kind: z.enum(customerKinds).optional(),
  customerClass: word.optional(),
  gradeFrom: z.coerce.number().int().optional(),
  gradeTo: z.coerce.number().int().optional(),
  batch: word.optional(),
  route: word.optional(),
  isOnHold: z.stringbool().optional(),
  licenceBefore: BusinessDateField.optional(),
  text: z.string().trim().max(MOST_SEARCHED).optional(),
})
export type CustomerFilter = z.infer<typeof CustomerFilter>
/** The text goes in a header of its own. */
export const CustomerQuery = PageQuery.extend(CustomerFilter.omit({ text: true }).shape)

export const HoldCustomer = z.object({ reason: ReasonField }).meta({ id: 'HoldCustomer' })

/** Another grade or class, why, and since when it counts (today unless told). */
export const GradeCustomer = z
  .object({
    grade: z.number().int().min(1).max(99).optional(),
    customerClass: word.min(1).optional(),
    reason: ReasonField,
    from: BusinessDateField.optional(),
  })
  .refine(({ grade, customerClass }) => grade !== undefined || customerClass !== undefined)
  .meta({ id: 'GradeCustomer' })
export type GradeCustomer = z.infer<typeof GradeCustomer>

/** Which grade and class a customer had since when, by whose decision and why; the newest first. */
export const CustomerGrades = z
  .object({
    items: z.array(
      z.object({
        grade: z.number().int().optional(),
        customerClass: z.string().optional(),
        from: BusinessDateField,
        at: z.string(),
        by: z.object({ kind: z.string(), id: z.string() }),
        reason: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'CustomerGrades' })
export type CustomerGrades = z.infer<typeof CustomerGrades>

/** One thing done to many customers. */
export const CustomerAction = z
  .discriminatedUnion('do', [
    z.object({ do: z.literal('batch'), batch: SaveCustomer.shape.batch }),
    z.object({ do: z.literal('route'), route: word.min(1).optional() }),
    z.object({ do: z.literal('class'), customerClass: word.min(1), reason: ReasonField }),
    z.object({ do: z.literal('hold'), reason: ReasonField }),
    z.object({ do: z.literal('release') }),
  ])
  .meta({ id: 'CustomerAction' })
export type CustomerAction = z.infer<typeof CustomerAction>

const MOST_ACTED_ON = 200
export const ActOnCustomers = z
  .object({
    customers: z
      .array(
        z.object({
          customerId: CustomerIdField,
          version: z.number().int().min(0).optional().describe('Required of people: what they saw.'),
        }),
      )
      .min(1)
      .max(MOST_ACTED_ON),
    action: CustomerAction,
  })
  .meta({ id: 'ActOnCustomers' })
export type ActOnCustomers = z.infer<typeof ActOnCustomers>

/** What became of each of many, in their order; a refusal says how to mend it. */
export const CustomerVerdicts = z
  .object({
    items: z.array(
      z.object({
        key: z.string(),
        verdict: z.enum(['new', 'changed', 'unchanged', 'refused']),
        code: z.string().optional(),
        message: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'CustomerVerdicts' })

const foundBy = ['name', 'pinyin', 'code', 'number', 'licence', 'phone'] as const

/** Customers found by a few characters, best first, each with what matched. */
export const FoundCustomers = z
  .object({ items: z.array(CustomerCard.extend({ matched: z.enum(foundBy) })) })
  .meta({ id: 'FoundCustomers' })
export type FoundCustomer = z.infer<typeof FoundCustomers>['items'][number]
