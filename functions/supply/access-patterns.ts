import { accessPatterns } from '#platform/storage/access-pattern'

export const supplyPatterns = accessPatterns('supply', {
  release: {
    question: 'What is released for a cycle, and which version is in force?',
    read: 'get',
    pk: 'L#{cycle}',
    sk: 'RELEASE',
  },
  priorRelease: {
    question: 'What was released for a cycle before a version?',
    read: 'get',
    pk: 'L#{cycle}',
    sk: 'P#{version}',
  },
  limitsOfGrade: {
    question: 'How much of what may a shop of a grade take?',
    read: 'get',
    pk: 'L#{cycle}',
    sk: 'G#{snapshot}#{grade}',
  },
  firstCome: {
    question: 'How much is left in a shard of a first-come product?',
    read: 'get',
    pk: 'F#{cycle}#{productId}#{shard}',
    sk: 'F',
  },
})
