import { accessPatterns } from '../storage/access-pattern.ts'

export const searchPatterns = accessPatterns('platform', {
  findHead: {
    question: 'Which version has each chunk of a search index?',
    read: 'get',
    pk: 'FIND#{index}',
    sk: 'HEAD',
  },
  findChunk: { question: 'What does a chunk hold?', read: 'get', pk: 'FIND#{index}', sk: 'CHUNK#{chunk}' },
  findNew: {
    question: 'What has changed since the chunks were made?',
    read: 'query',
    pk: 'FIND#{index}',
    sk: 'NEW#{eventId}',
  },
})
