// Customers, the units they hang on, how they stand, and the company's own settings.
export { type Account, accountKey, accountWrite, readAccount, storedAccount } from './account-store.ts'
export { fenceBatches, keepBatches, knownBatchesWrite, openBatches } from './change-batches.ts'
export { holdCustomer } from './change-customers.ts'
export { companyKey, readCompany, unitCheck, unitFence, unitOpening } from './company-store.ts'
export { continueNumbers } from './continue-numbers.ts'
export { countShopsOfBatches } from './count-shops-of-batches.ts'
export { groupsSeenBy } from './customer-cut.ts'
export { numberedAddresses } from './customer-rules.ts'
export {
  type CustomerRecord,
  type CustomerState,
  customerKey,
  customersOfUnits,
  customersWithIds,
  readCustomer,
  storedCustomer,
  storedCustomers,
} from './customer-store.ts'
export { fillAccounts } from './fill-accounts.ts'
export {
  findCustomers,
  foldCustomerSearch,
  onCustomerChanged,
  rebuildCustomerSearch,
} from './find-customers.ts'
export { companySettings, companyUnset, getCompany } from './get-company.ts'
export { availableOn } from './get-customer.ts'
export { holdLicences } from './hold-licences.ts'
export { batchJudge } from './judge-batch.ts'
export { listCustomers } from './list-customers.ts'
export { listUnits } from './list-units.ts'
export { numberBlock } from './number-block.ts'
export { customerOfNumber } from './number-store.ts'
export { getOrderMinimum, ORDER_MINIMUM_SAVED, saveOrderMinimum } from './order-minimum.ts'
export { readOrderMinimum } from './order-minimum-store.ts'
export { type CompanyState, planCompany, storedCompanyState } from './plan-company.ts'
export {
  type CustomerInput,
  customerIdOfCode,
  fieldsOf,
  planCustomerFrom,
  planEdit,
} from './plan-customer.ts'
export { planBalance } from './put-balance.ts'
export { customerRemoval } from './remove-customer.ts'
export { saveCustomer } from './save-customer.ts'
export { setUpCompany, toldOfSettings } from './set-up-company.ts'
export { takenNumbers } from './taken-numbers.ts'
export { walkCustomers } from './walk-customers.ts'
