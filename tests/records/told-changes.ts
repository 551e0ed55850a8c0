const ofCustomer = ['/customers/{customerId}']
const ofProduct = ['/products/{productId}']
const ofPrice = ['/price-lists/{list}/prices/{productId}']
const ofRelease = ['/cycles/{cycleId}/release']
const ofOrder = ['/orders/{orderId}']
const ofObjection = ['/orders/{orderId}/objection']
const ofApproval = ['/customers/{customerId}/approvals/{approvalId}']
const ofMember = ['/customers/{customerId}/members/{personId}']
const ofContact = ['/customers/{customerId}/contacts/{personId}']
const ofStaff = ['/staff/{personId}']
const ofList = ['/customers/{customerId}/order-lists/{listId}']
const ofRequest = ['/customers/{customerId}/requests/{requestId}']
const ofFile = ['/imports/{importId}']
const ofTemplate = ['/message-templates/{template}']

/** Every route that changes a record, and the histories in which its change is told. A history of `…` is read at
 * `…/history`, and the record as of an instant at `…/history/record`. */
export const toldChanges: Readonly<Record<string, readonly string[]>> = {
  'PUT /customers/{customerId}': ofCustomer,
  'POST /customers/batch': ofCustomer,
  'PUT /customers/{customerId}/balance': ofCustomer,
  'POST /customers/balances/batch': ofCustomer,
  'POST /customers/actions': ofCustomer,
  'POST /customers/{customerId}/hold': ofCustomer,
  'DELETE /customers/{customerId}/hold': ofCustomer,
  'POST /customers/{customerId}/grades': ofCustomer,
  'POST /customers/{customerId}/members': ofMember,
  'PUT /customers/{customerId}/members/{personId}': ofMember,
  'POST /customers/{customerId}/contacts': ofContact,
  'PUT /customers/{customerId}/contacts/{personId}': ofContact,
  'DELETE /customers/{customerId}/contacts/{personId}': ofContact,
  'POST /people/{personId}/erasure': ofContact,
  'POST /staff': ofStaff,
  'PUT /staff/{personId}': ofStaff,
  'POST /customers/{customerId}/requests': ofRequest,
  'POST /customers/{customerId}/requests/{requestId}/decision': ofRequest,
  'POST /customers/{customerId}/requests/{requestId}/withdrawal': ofRequest,
  'PUT /customers/{customerId}/buyer-settings': ['/customers/{customerId}/buyer-settings'],
  'POST /customers/{customerId}/approvals': ofApproval,
  'POST /customers/{customerId}/approvals/{approvalId}/approval': [...ofApproval, ...ofOrder],
  'POST /customers/{customerId}/approvals/{approvalId}/refusal': ofApproval,
  'POST /customers/{customerId}/approvals/{approvalId}/withdrawal': ofApproval,
  'POST /customers/{customerId}/order-lists': ofList,
  'PUT /customers/{customerId}/order-lists/{listId}': ofList,
  'DELETE /customers/{customerId}/order-lists/{listId}': ofList,
  'PUT /customers/{customerId}/standing-draft': ['/customers/{customerId}/standing-draft'],
  'POST /orders': ofOrder,
  'PUT /orders/{orderId}': ofOrder,
  'POST /orders/{orderId}/cancellation': ofOrder,
  'POST /orders/{orderId}/correction': ofOrder,
  'POST /orders/{orderId}/objection': ofObjection,
  'POST /orders/{orderId}/objection/settlement': ofObjection,
  'PUT /past-orders/{document}': ofOrder,
  'POST /past-orders/batch': ofOrder,
  'PUT /cycles/{cycleId}': ['/cycles/{cycleId}'],
  'PUT /order-plan': ['/order-plan'],
  'PUT /cycles/{cycleId}/limits/{product}': ofRelease,
  'POST /cycles/{cycleId}/limits/batch': ofRelease,
  'PUT /products/{product}': ofProduct,
  'POST /products/batch': ofProduct,
  'POST /products/{product}/state': ofProduct,
  'POST /products/states': ofProduct,
  'PUT /products/{product}/pictures': ofProduct,
  'DELETE /products/{product}/pictures/{pictureId}': ofProduct,
  'PUT /categories/{code}': ['/categories/{category}'],
  'PUT /price-lists/{list}': ['/price-lists/{list}'],
  'PUT /price-lists/{list}/prices/{product}': ofPrice,
  'POST /price-lists/{list}/prices/batch': ofPrice,
  'DELETE /price-lists/{list}/prices/{product}': ofPrice,
  'POST /price-lists/publication': ['/publications'],
  'PUT /customers/{customerId}/agreement': ['/customers/{customerId}/agreement'],
  'POST /imports': ofFile,
  'POST /imports/{importId}/reading': ofFile,
  'PUT /imports/{importId}/mapping': ofFile,
  'POST /imports/{importId}/preview': ofFile,
  'POST /imports/{importId}/confirmation': ofFile,
  'POST /imports/{importId}/undo': ofFile,
  'POST /imports/{importId}/discarding': ofFile,
  'PUT /import-maps': ['/import-maps/{kind}/{name}'],
  'PUT /company': ['/company'],
  'PUT /units/{unit}': ['/company'],
  'POST /units/{unit}/move': ['/company'],
  'DELETE /units/{unit}': ['/company'],
  'PUT /order-minimum': ['/order-minimum'],
  'PUT /oddity-thresholds': ['/oddity-thresholds'],
  'PUT /customers/{customerId}/oddities/{cycleId}/review': ['/customers/{customerId}/oddities/{cycleId}'],
  'PUT /people/me/large-mode': ['/people/me/large-mode'],
  'PUT /people/me/preferences': ['/people/me/preferences'],
  'PUT /message-templates/{template}': ofTemplate,
  'POST /message-templates/{template}/reset': ofTemplate,
}

/** Every other route that may write, and why there is nothing to tell of it. */
export const nothingToTell: Readonly<Record<string, string>> = {
  'PUT /session/acting-for': 'a session ends by itself and is no record',
  'DELETE /session': 'a session ends by itself and is no record',
  'DELETE /people/me/sessions': 'a session ends by itself and is no record',
  'DELETE /people/me/sessions/{sessionId}': 'a session ends by itself and is no record',
  'POST /customers/search-index': 'an index is worked out of records',
  'POST /customers/{customerId}/uploads': 'a place for a file; what is sent there becomes a request',
  'POST /customers/{customerId}/order-rows': 'nothing is kept',
  'POST /order-plan/preview': 'nothing is kept',
  'POST /messages/reading': 'when a message was read stands on the message itself',
  'POST /messages/failed/actions': 'a message; the send log says when it went',
  'PUT /customers/{customerId}/basket': 'a draft; the order that comes of it keeps what was meant',
  'PUT /customers/{customerId}/stock': 'a note of the shop for its own counting, each with its moment',
  'POST /products/{product}/pictures': 'a place for a file; the picture is told once it is there',
  'POST /products/{product}/pictures/{jobId}/arrival': 'a job makes the picture, and tells it of the product',
  'POST /customers/{customerId}/archive': 'a file is made of records',
  'POST /customers/{customerId}/exports': 'a file is made of records',
  'POST /customers/{customerId}/limits/exports': 'a file is made of records',
  'POST /customers/{customerId}/messages/exports': 'a file is made of records',
  'POST /imports/{importId}/refused-rows': 'a file is made of records',
  'POST /imports/{importId}/rows/exports': 'a file is made of records',
  'POST /exports': 'a file is made of records',
  'POST /cycles/{cycleId}/shops-waited-for/reminders':
    'a message; the list and the send log say when it went',
  'POST /cycles/{cycleId}/shops-waited-for/reminder-runs':
    'messages; the list and the send log say when they went',
}
