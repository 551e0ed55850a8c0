// What shops ask to be changed of their own record, and what the company decides.
export { askForChange } from './ask-for-change.ts'
export { decideRequest } from './decide-request.ts'
export { uploadKey } from './licence-file.ts'
export { obligationsOfRequests } from './request-obligations.ts'
export { requestKey, storedRequest } from './request-store.ts'
export {
  licencePictures,
  listRequests,
  requestsOfCustomer,
} from './show-requests.ts'
