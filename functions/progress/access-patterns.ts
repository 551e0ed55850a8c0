import { accessPatterns } from '#platform/storage/access-pattern'

export const progressPatterns = accessPatterns('progress', {
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
})
