import { accessPatterns } from '../storage/access-pattern.ts'

export const jobPatterns = accessPatterns('platform', {
  job: { question: 'How does a job stand?', read: 'get', pk: 'J#{jobId}', sk: 'J' },
  verdicts: {
    question: 'What became of the rows of a job?',
    read: 'query',
    pk: 'J#{jobId}',
    sk: 'R#{firstRow}',
  },
  jobsOfFamily: {
    question: 'Which jobs of a family were there, newest first?',
    read: 'query',
    index: 'gsi1',
    pk: 'JOBS#{family}',
    sk: '{startedAt}#{jobId}',
  },
  runnableJobs: {
    question: 'Which jobs wait to be run, or to be taken over?',
    read: 'query',
    index: 'gsi2',
    pk: 'RUNNABLE',
    sk: '{jobId}',
  },
})
