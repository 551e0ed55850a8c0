import { accessPatterns } from '#platform/storage/access-pattern'

export const draftPatterns = accessPatterns('drafts', {
  basket: { question: 'What is in the draft of a customer?', read: 'get', pk: 'C#{customerId}', sk: 'B' },
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
})
