import { accessPatterns } from '#platform/storage/access-pattern'

export const calendarPatterns = accessPatterns('calendar', {
  cycle: {
    question: 'Which cycles does a batch have, by the day they close?',
    read: 'query',
    pk: 'B#{batch}',
    sk: 'D#{date}',
  },
  recentCycles: {
    question: 'Which cycles of all batches close around a day?',
    read: 'query',
    index: 'gsi1',
    pk: 'CYCLES',
    sk: '{date}#{batch}',
  },
})
