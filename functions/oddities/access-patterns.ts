import { accessPatterns } from '#platform/storage/access-pattern'

export const oddityPatterns = accessPatterns('oddities', {
  thresholds: {
    question: 'From when on is an order worth a look?',
    read: 'get',
    pk: 'ODDITIES',
    sk: 'THRESHOLDS',
  },
  looks: {
    question: 'Which closed cycles were looked over, the last one first?',
    read: 'query',
    pk: 'ODDITIES',
    sk: 'L#{closedAt}#{cycle}',
  },
  parts: {
    question: 'What did the shops of a cycle order, as far as the look came?',
    read: 'query',
    pk: 'OP#{cycle}',
    sk: 'P#{customerId}',
  },
  oddity: {
    question: 'What is worth a look in what a shop ordered in a cycle?',
    read: 'get',
    pk: 'C#{customerId}',
    sk: 'OD#{cycle}',
  },
  odditiesOfUnits: {
    question: 'Which shops of a subtree are worth a look in a cycle?',
    read: 'query',
    index: 'gsi1',
    pk: 'OD#{cycle}',
    sk: '{unitPath}{customerId}',
  },
  counts: {
    question: 'How many shops of each unit of a subtree are worth a look in a cycle?',
    read: 'query',
    pk: 'OC#{cycle}',
    sk: 'U#{unitPath}',
  },
})
