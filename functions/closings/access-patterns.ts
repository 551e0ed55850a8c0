import { accessPatterns } from '#platform/storage/access-pattern'

export const closingPatterns = accessPatterns('closings', {
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
})
