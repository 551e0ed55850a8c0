import { accessPatterns } from '../storage/access-pattern.ts'

export const jobPatterns = accessPatterns('platform', {
  job: { question: 'How does a job stand?', read: 'get', pk: 'J#{jobId}', sk: 'J' },
  verdicts: {
    question: 'What became of the rows of a job?',
    read: 'query',
    pk: 'J#{jobId}',
    sk: 'R#{firstRow}',
  },
  runnableJobs: {
    question: 'Which jobs wait to be run, or to be taken over?',
    read: 'query',
    index: 'gsi2',
    pk: 'RUNNABLE',
    sk: '{jobId}',
  },
})
