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
  basket: { question: 'What is in the draft of a customer?', read: 'get', pk: 'C#{customerId}', sk: 'B' },
  buyerSettings: {
    question: 'What may the buyers of a customer order on their own?',
    read: 'get',
    pk: 'C#{customerId}',
    sk: 'U',
  },
  stock: {
    question: 'What does a customer say it still has?',
    read: 'get',
    pk: 'C#{customerId}',
    sk: 'K',
  },
  lists: {
    question: 'Which lists has a customer to order from?',
    read: 'query',
    pk: 'C#{customerId}',
    sk: 'N#{listId}',
  },
  removedLists: {
    question: 'Which lists has a customer deleted, the last one first?',
    read: 'query',
    pk: 'C#{customerId}',
    sk: 'NR#{removedAt}{listId}',
  },
  standingDraft: {
    question: 'Is the draft of a customer placed at the cut-off when it forgets?',
    read: 'get',
    pk: 'C#{customerId}',
    sk: 'D',
  },
  note: {
    question: 'Was a customer told this about a cycle already?',
    read: 'get',
    pk: 'C#{customerId}',
    sk: 'T#{cycle}#{what}',
  },
  closingLines: {
    question: 'What is to be told of the closing of a cycle, customer by customer?',
    read: 'query',
    pk: 'CR#{cycle}',
    sk: 'L#{customerId}#{what}',
  },
  closingCounts: {
    question: 'How many orders of a cycle got their money, or lapsed, after it was closed?',
    read: 'get',
    pk: 'CR#{cycle}',
    sk: 'S',
  },
  shopPlace: {
    question: 'Where is a shop counted: in which batch and unit, and in which cycles has it ordered?',
    read: 'get',
    pk: 'C#{customerId}',
    sk: 'X',
  },
  shopsOfBatch: {
    question: 'Which shops of a subtree belong to a batch, and in which cycles have they ordered?',
    read: 'query',
    index: 'gsi1',
    pk: 'BS#{batch}',
    sk: '{unitPath}{customerId}',
  },
  shopCounts: {
    question: 'How many shops of each unit of a subtree belong to a batch, or have ordered in a cycle?',
    read: 'query',
    pk: 'SC#{counted}',
    sk: 'U#{unitPath}',
  },
  ordersOfUnits: {
    question: 'Which orders of a week belong to the units of a subtree?',
    read: 'query',
    index: 'gsi1',
    pk: 'OU#{week}#{shard}',
    sk: '{unitPath}{orderId}',
  },
})
