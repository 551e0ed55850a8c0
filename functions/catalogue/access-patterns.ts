import { accessPatterns } from '#platform/storage/access-pattern'

export const cataloguePatterns = accessPatterns('catalogue', {
  products: {
    question: 'What is this product? Which products are there?',
    read: 'query',
    pk: 'PRD',
    sk: 'P#{productId}',
  },
  productsByCode: {
    question: 'Which products are there, by code?',
    read: 'query',
    index: 'gsi1',
    pk: 'PC#{shard}',
    sk: '{code}',
  },
  barcode: { question: 'Which product carries this barcode?', read: 'get', pk: 'GTIN#{gtin}', sk: 'P' },
  categories: {
    question: 'Which categories are there, and under which?',
    read: 'query',
    pk: 'CATEGORIES',
    sk: 'K#{category}',
  },
  lists: { question: 'Which price lists are there?', read: 'query', pk: 'PRICE_LISTS', sk: 'L#{list}' },
  prices: {
    question: 'What does a list say today, published or not?',
    read: 'query',
    pk: 'PL#{list}',
    sk: 'P#{productId}',
  },
  removedPrices: {
    question: 'Which rows were taken away from a list, the last one first?',
    read: 'query',
    pk: 'PL#{list}',
    sk: 'R#{removedAt}{row}',
  },
  datedPrices: {
    question: 'What does a list say from a day on?',
    read: 'get',
    pk: 'PL#{list}',
    sk: 'P#{productId}#{from}',
  },
  pricesByCode: {
    question: 'Which rows has a list, by the code of their product?',
    read: 'query',
    index: 'gsi1',
    pk: 'PX#{list}',
    sk: '{code}#{from}',
  },
  agreement: {
    question: 'What was agreed with a customer?',
    read: 'get',
    pk: 'AGREED#{customerId}',
    sk: 'A',
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
