import { accessPatterns } from '#platform/storage/access-pattern'

export const importPatterns = accessPatterns('imports', {
  import: { question: 'How does an import stand?', read: 'get', pk: 'I#{importId}', sk: 'I' },
  newest: {
    question: 'Which imports were there, newest first?',
    read: 'query',
    index: 'gsi1',
    pk: 'IMPORTS',
    sk: '{startedAt}#{importId}',
  },
  toConfirm: {
    question: 'Which imports were previewed and wait to be confirmed?',
    read: 'query',
    index: 'gsi2',
    pk: 'IMPORTS-TO-CONFIRM',
    sk: '{startedAt}#{importId}',
  },
  maps: {
    question: 'Which column maps are kept for a kind of file?',
    read: 'query',
    pk: 'IM#{kind}',
    sk: 'M#{name}',
  },
})
