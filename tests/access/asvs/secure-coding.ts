import { apart, held, open, type Requirement, stated } from './requirement.ts'

const tampered = 'orders/tampered-order.test.ts'

export const secureCoding: Requirement[] = [
  stated('15.1.1', 1, 'It is written how soon parts of others are renewed', 'Parts of others'),
  stated('15.1.2', 2, 'Parts of others are listed', 'Parts of others'),
  stated('15.1.3', 2, 'It is written what is dear, and how it stays bounded', 'What is dear'),
  open(
    '15.2.1',
    1,
    'No part is older than that allows',
    'Versions are fixed, and no build asks a registry for known holes; the machine that deploys should run npm audit.',
  ),
  held(
    '15.2.2',
    2,
    'What is dear stops nothing else',
    'platform/jobs.test.ts',
    'a step longer than its hold keeps the job',
  ),
  held(
    '15.2.3',
    2,
    'Nothing of tests or development is deployed',
    'infra/aws-bundle.test.ts',
    'every entry becomes one folder with its handler',
  ),
  held(
    '15.3.1',
    1,
    'Answers hold the fields one may see',
    'access/cuts.test.ts',
    'may read tells what is cut',
  ),
  held(
    '15.3.2',
    2,
    'Calls to others follow no redirect',
    'platform/messages.test.ts',
    'a code follows no gateway elsewhere',
  ),
  held('15.3.3', 2, 'Only fields meant to be written are', tampered, 'in body and line is left out'),
  apart(
    '15.3.4',
    2,
    'Addresses of clients cannot be forged',
    'Nothing is decided by a client’s address but at the firewall, which sees the connection itself.',
  ),
  held(
    '15.3.5',
    2,
    'Types are proven, comparisons strict',
    'architecture/budgets.test.ts',
    'nothing in the source is typed any',
  ),
  held('15.3.6', 2, 'Prototypes cannot be changed', tampered, 'changes nothing of ours'),
  held(
    '15.3.7',
    2,
    'A value given twice is judged as it is used',
    tampered,
    'a customer named twice is judged as it is stored',
  ),
]
