import { askAhead, query } from '../api.ts'
import { readKept } from '../kept.ts'

// Whose order page it was last time: most likely the same again, and where it is not, what is asked here is not taken.
const customerId = readKept('customer')
const current = readKept('cycle')
const isOfStaff = new URLSearchParams(location.search).has('customer')

if (customerId && !isOfStaff) {
  const of = `/customers/${customerId}`
  askAhead(`${of}/assortment`)
  askAhead(`${of}/basket`)
  if (current) askAhead(`${of}/past-quantities${query({ current })}`)
}
