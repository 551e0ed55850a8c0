import type { Company, Customer, CustomerCard, Unit } from '#shared/accounts'
import type { CustomerId } from '#shared/ids'
import type { Page } from '#shared/paging'
import { query, read } from '../../api.ts'

export const companyQuery = {
  queryKey: ['company'],
  queryFn: () => read<Company>('/company'),
  staleTime: 600_000,
}

export const unitsQuery = {
  queryKey: ['units'],
  queryFn: () => read<{ items: Unit[] }>('/units'),
  staleTime: 600_000,
}

export function customerQuery(customerId: CustomerId) {
  return { queryKey: ['customer', customerId], queryFn: () => read<Customer>(`/customers/${customerId}`) }
}

/** A page of the customers of a unit, or of all my units. */
export function readCustomers(unitPath: string, cursor: string | undefined): Promise<Page<CustomerCard>> {
  return read(`/customers${query({ unitPath, cursor, limit: 50 })}`)
}
