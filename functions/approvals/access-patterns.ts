import { accessPatterns } from '#platform/storage/access-pattern'

export const approvalPatterns = accessPatterns('approvals', {
  approvals: {
    question: 'Which orders of a cycle waited for the owner of a customer?',
    read: 'query',
    pk: 'C#{customerId}',
    sk: 'G#{approval}',
  },
  newestApproval: {
    question: 'Which order of a cycle was the owner asked about last?',
    read: 'get',
    pk: 'C#{customerId}',
    sk: 'H#{cycle}',
  },
  dueApprovals: {
    question: 'Which orders still wait for an owner although their window closed?',
    read: 'query',
    index: 'gsi2',
    pk: 'GD#{shard}',
    sk: '{dueAt}{approval}',
  },
})
