import type { CustomerId } from './ids.ts'
import { isWithinUnits, type UnitPath } from './unit-path.ts'

/** Whom a product, a policy or a promotion is meant for: every list that is there must hold the customer. Empty is everyone. */
export type Audience = {
  /** Subtrees of the company's units. */
  units?: readonly UnitPath[]
  kinds?: readonly string[]
  formats?: readonly string[]
  classes?: readonly string[]
  /** Grades from and to, both included; a customer without a grade is in none. */
  grades?: { from?: number; to?: number }
  customers?: readonly CustomerId[]
}

/** What of a customer decides whether something is meant for it. */
export type AudienceMember = {
  customerId: CustomerId
  unitPath: UnitPath
  kind?: string
  format?: string
  customerClass?: string
  grade?: number
}

/** True when something with this audience is meant for the customer. */
export function isMeantFor(audience: Audience | undefined, customer: AudienceMember): boolean {
  if (!audience) return true
  const { units, kinds, formats, classes, grades, customers } = audience
  return (
    (!units?.length || isWithinUnits(customer.unitPath, units)) &&
    holds(kinds, customer.kind) &&
    holds(formats, customer.format) &&
    holds(classes, customer.customerClass) &&
    holds(customers, customer.customerId) &&
    isGradeWithin(grades, customer.grade)
  )
}

function holds(list: readonly string[] | undefined, value: string | undefined): boolean {
  return !list?.length || (value !== undefined && list.includes(value))
}

function isGradeWithin(grades: Audience['grades'], grade: number | undefined): boolean {
  if (grades?.from === undefined && grades?.to === undefined) return true
  return grade !== undefined && grade >= (grades.from ?? grade) && grade <= (grades.to ?? grade)
}
