import { accessPatterns } from '../storage/access-pattern.ts'

export const answerPatterns = accessPatterns('platform', {
  answer: { question: 'What was answered to this key already?', read: 'get', pk: 'ONCE#{asked}', sk: 'ONCE' },
})
