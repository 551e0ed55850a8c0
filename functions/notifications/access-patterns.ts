import { accessPatterns } from '#platform/storage/access-pattern'

export const messagePatterns = accessPatterns('notifications', {
  messages: {
    question: 'What was a person told for a customer, or as staff?',
    read: 'query',
    pk: 'N#{scope}',
    sk: 'N#{personId}#{message}',
  },
  unread: {
    question: 'What has a person not read yet?',
    read: 'query',
    index: 'gsi1',
    pk: 'NU#{scope}#{personId}',
    sk: '{message}',
  },
  due: {
    question: 'Which messages and summaries are to be sent by now, or could not be sent?',
    read: 'query',
    index: 'gsi2',
    pk: 'ND#{shard}',
    sk: '{dueAt}#{waiting}',
  },
  preferences: {
    question: 'How does a person want to be told?',
    read: 'get',
    pk: 'NP#{personId}',
    sk: 'P',
  },
  largeMode: { question: 'Does a person read in large mode?', read: 'get', pk: 'NP#{personId}', sk: 'L' },
  digest: {
    question: 'Which messages wait for a person’s daily summary?',
    read: 'get',
    pk: 'NP#{personId}',
    sk: 'D#{dueAt}',
  },
  template: { question: 'What does a template say now?', read: 'get', pk: 'NT#{template}', sk: 'T' },
  templateVersions: {
    question: 'What did a template say before?',
    read: 'query',
    pk: 'NT#{template}',
    sk: 'V#{version}',
  },
})
