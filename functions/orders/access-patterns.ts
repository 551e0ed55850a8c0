import { accessPatterns } from '#platform/storage/access-pattern'

export const orderPatterns = accessPatterns('orders', {
  heads: {
    question: 'Which orders has a customer, newest first?',
    read: 'query',
    pk: 'C#{customerId}',
    sk: 'O#{running}',
  },
  firstVersion: {
    question: 'Was this create done already, and what was ordered?',
    read: 'get',
    pk: 'C#{customerId}',
    sk: 'V#{once}',
  },
  version: {
    question: 'What did a later version of an order say?',
    read: 'get',
    pk: 'C#{customerId}',
    sk: 'W#{running}#{version}',
  },
  source: {
    question: 'Which order came from this document of another system?',
    read: 'get',
    pk: 'OS#{source}',
    sk: 'S',
  },
  cycleUse: {
    question: 'What has a customer used of a cycle, and is it closed?',
    read: 'get',
    pk: 'C#{customerId}',
    sk: 'Y#{cycle}',
  },
  buyerSettings: {
    question: 'What may the buyers of a customer order on their own?',
    read: 'get',
    pk: 'C#{customerId}',
    sk: 'U',
  },
  ordersOfUnits: {
    question: 'Which orders of a week belong to the units of a subtree?',
    read: 'query',
    index: 'gsi1',
    pk: 'OU#{week}#{shard}',
    sk: '{unitPath}{orderId}',
  },
})
