import { accessPatterns } from '#platform/storage/access-pattern'

export const requestPatterns = accessPatterns('requests', {
  requests: {
    question: 'What has a customer asked for?',
    read: 'query',
    pk: 'C#{customerId}',
    sk: 'Q#{requestId}',
  },
  openRequest: {
    question: 'Is there an open request of this kind already?',
    read: 'get',
    pk: 'C#{customerId}',
    sk: 'QO#{kind}',
  },
  requestsOfUnits: {
    question: 'Which requests of a state came from the customers of a subtree?',
    read: 'query',
    index: 'gsi1',
    pk: 'RQ#{state}#{shard}',
    sk: '{unitPath}{requestId}',
  },
})
