// Customers, the units they hang on, how they stand, and the company's own settings.
export { companyKey, readCompany } from './company-store.ts'
export { continueNumbers } from './continue-numbers.ts'
export {
  type Account,
  accountKey,
  accountWrite,
  type CustomerAtHand,
  customersAtHand,
  customersOfUnits,
  customersWithIds,
  readAccount,
  storedAccount,
} from './customer-store.ts'
export { companyUnset, getCompany } from './get-company.ts'
export { availableOn } from './get-customer.ts'
export { listUnits } from './list-units.ts'
export { removeCustomer } from './remove-customer.ts'
export {
  type CustomerInput,
  customerIdOfCode,
  inputOfCustomer,
  planCustomer,
  saveCustomer,
} from './save-customer.ts'
export { setUpCompany } from './set-up-company.ts'
