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
  dueCycles: {
    question: 'Of which cycles are shops to be reminded, and which are to be closed?',
    read: 'query',
    index: 'gsi2',
    pk: 'CYCLES_DUE',
    sk: '{dueAt}#{cycle}',
  },
  plan: { question: 'What is the order plan of the company?', read: 'get', pk: 'ORDER_PLAN', sk: 'P' },
})
