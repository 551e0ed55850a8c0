import { accessPatterns } from '../storage/access-pattern.ts'

export const eventPatterns = accessPatterns('platform', {
  event: {
    question: 'What happened to an object, oldest first?',
    read: 'query',
    pk: '{partition}',
    sk: '@{subject}#{eventId}',
  },
  pendingEvents: {
    question: 'Which events wait for delivery, or for another try, in this shard?',
    read: 'query',
    index: 'gsi2',
    pk: 'EV#{shard}',
    sk: '{dueAt}#{eventId}',
  },
})
