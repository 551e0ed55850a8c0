import { accessPatterns } from '#platform/storage/access-pattern'

export const objectionPatterns = accessPatterns('objections', {
  objection: {
    question: 'What does a shop have against an order placed in its name?',
    read: 'query',
    pk: 'C#{customerId}',
    sk: 'J#{running}',
  },
  objectionsOfUnits: {
    question: 'Which objections of a state came from the customers of a subtree?',
    read: 'query',
    index: 'gsi1',
    pk: 'OJ#{state}#{shard}',
    sk: '{unitPath}{orderId}',
  },
})
