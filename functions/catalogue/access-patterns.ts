import { accessPatterns } from '#platform/storage/access-pattern'

export const cataloguePatterns = accessPatterns('catalogue', {
  products: {
    question: 'What is this product? Which products are there?',
    read: 'query',
    pk: 'PRD',
    sk: 'P#{productId}',
  },
  prices: {
    question: 'What does a list say today, published or not?',
    read: 'query',
    pk: 'PL#{list}',
    sk: 'P#{productId}',
  },
  published: { question: 'Which snapshots are in force?', read: 'get', pk: 'CATALOGUE', sk: 'PUBLISHED' },
  productSnapshot: {
    question: 'Which products does a snapshot hold?',
    read: 'query',
    pk: 'CV#{snapshot}',
    sk: 'N#{chunk}',
  },
  priceSnapshot: {
    question: 'Which prices does a snapshot hold?',
    read: 'query',
    pk: 'PV#{snapshot}',
    sk: 'N#{chunk}',
  },
})
