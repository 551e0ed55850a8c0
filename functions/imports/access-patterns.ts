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
  maps: {
    question: 'Which column maps are kept for a kind of file?',
    read: 'query',
    pk: 'IM#{kind}',
    sk: 'M#{name}',
  },
})
