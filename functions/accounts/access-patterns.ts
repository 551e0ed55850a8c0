import { accessPatterns } from '#platform/storage/access-pattern'

export const accountPatterns = accessPatterns('accounts', {
  company: { question: 'What are the settings of the company?', read: 'get', pk: 'COMPANY', sk: 'SETTINGS' },
  batches: {
    question: 'Which batches may a customer belong to?',
    read: 'get',
    pk: 'COMPANY',
    sk: 'BATCHES',
  },
  units: { question: 'Which units does the company have?', read: 'query', pk: 'UNITS', sk: 'U#{unitPath}' },
  customer: { question: 'Who is this customer?', read: 'get', pk: 'C#{customerId}', sk: 'C' },
  account: {
    question: 'How does a customer stand: unit, grade, money, hold?',
    read: 'get',
    pk: 'C#{customerId}',
    sk: 'A',
  },
  customerOfNumber: {
    question: 'Which customer has this spoken number?',
    read: 'get',
    pk: 'CN#{number}',
    sk: 'C',
  },
  customersOfLicence: {
    question: 'Which customers have this licence number?',
    read: 'query',
    index: 'gsi2',
    pk: 'CL#{licence}',
    sk: '{customerId}',
  },
  holderOfLicence: {
    question: 'Which customer holds this licence number?',
    read: 'get',
    pk: 'CH#{licence}',
    sk: 'C',
  },
  lastNumber: {
    question: 'Which short number was given last?',
    read: 'get',
    pk: 'COMPANY',
    sk: 'LAST_NUMBER',
  },
  customersOfUnits: {
    question: 'Which customers hang on the units of a subtree?',
    read: 'query',
    index: 'gsi1',
    pk: 'CU#{shard}',
    sk: '{unitPath}{customerId}',
  },
})
