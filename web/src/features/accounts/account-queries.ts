import type {
  CompanySettings,
  Customer,
  CustomerAction,
  CustomerCard,
  CustomerGrades,
  FoundCustomer,
  GradeCustomer,
  ReachedUnit,
  SaveCustomer,
} from '#shared/accounts'
import type { CustomerId } from '#shared/ids'
import type { JobView } from '#shared/imports'
import type { Page } from '#shared/paging'
import { newKey, query, read, write } from '../../api.ts'

export const companyQuery = {
  queryKey: ['company'],
  queryFn: () => read<CompanySettings>('/company'),
  staleTime: 600_000,
}

export const unitsQuery = {
  queryKey: ['units'],
  queryFn: () => read<{ items: ReachedUnit[] }>('/units'),
  staleTime: 600_000,
}

export function customerQuery(customerId: CustomerId) {
  return { queryKey: ['customer', customerId], queryFn: () => read<Customer>(`/customers/${customerId}`) }
}

export function gradesQuery(customerId: CustomerId) {
  return {
    queryKey: ['customer', customerId, 'grades'],
    queryFn: () => read<CustomerGrades>(`/customers/${customerId}/grades`),
  }
}

/** The filters of the list of customers, as the page's address keeps them. */
export const customerFilters = [
  'text',
  'unitPath',
  'kind',
  'customerClass',
  'gradeFrom',
  'gradeTo',
  'batch',
  'route',
  'isOnHold',
  'licenceBefore',
] as const
export type CustomerFilters = Readonly<Record<(typeof customerFilters)[number], string>>

/** A page of customers that fit the filters. A text alone finds the best ones, whatever their unit. */
export async function readCustomers(
  filters: CustomerFilters,
  cursor: string | undefined,
): Promise<Page<CustomerCard>> {
  const { text, unitPath, ...rest } = filters
  if (text && !Object.values(rest).some(Boolean)) return findCustomers(text, unitPath)
  return read(`/customers${query({ ...rest, unitPath, cursor, limit: 50 })}`, text)
}

/** The customers that a few characters fit best. */
function findCustomers(text: string, unitPath = ''): Promise<{ items: FoundCustomer[] }> {
  return read(`/customers/found${query({ unitPath })}`, text)
}

/** Saves a record whole by its id or code, made from `version`, 0 when it is to be new; throws a 412 when someone else has
 * saved since. */
export function saveCustomer(named: string, body: SaveCustomer, version: number): Promise<Customer> {
  return write('PUT', `/customers/${named}`, { body, version })
}

type Seen = Pick<Customer, 'customerId' | 'version'>

export function holdCustomer({ customerId, version }: Seen, reason: string): Promise<Customer> {
  return write('POST', `/customers/${customerId}/hold`, { body: { reason }, version })
}

export function releaseCustomer({ customerId, version }: Seen): Promise<Customer> {
  return write('DELETE', `/customers/${customerId}/hold`, { version })
}

export function gradeCustomer({ customerId, version }: Seen, body: GradeCustomer): Promise<Customer> {
  return write('POST', `/customers/${customerId}/grades`, { body, version })
}

type Verdicts = { items: Array<{ key: string; verdict: string; message?: string }> }

/** Does one thing to many customers as they were seen, and says what became of each. */
export function actOnCustomers(
  seen: ReadonlyArray<Pick<CustomerCard, 'customerId' | 'version'>>,
  action: CustomerAction,
): Promise<Verdicts> {
  const customers = seen.map(({ customerId, version }) => ({ customerId, version }))
  return write('POST', '/customers/actions', { body: { customers, action } })
}

/** Begins to make the search for customers anew. */
export function startRebuild(): Promise<JobView> {
  return write('POST', '/customers/search-index', { key: newKey() })
}

export function rebuildQuery(jobId: string | undefined) {
  return {
    queryKey: ['search-index', jobId],
    queryFn: () => read<JobView>(`/customers/search-index/${jobId}`),
    enabled: jobId !== undefined,
  }
}
