import { apart, held, type Requirement, stated } from './requirement.ts'

const matrix = 'access/matrix.test.ts'
const declared = 'is open to whom it declares alone'

export const authorization: Requirement[] = [
  stated('8.1.1', 1, 'It is written who may do what with which object', 'What may be seen and done'),
  stated('8.1.2', 2, 'It is written who sees and writes which field', 'What may be seen and done'),
  held('8.2.1', 1, 'What may be done is declared', matrix, declared),
  held('8.2.2', 1, 'Objects of others are like absent ones', matrix, declared),
  held('8.2.3', 2, 'Fields are cut by role', 'access/cuts.test.ts', 'may read tells what is cut'),
  held('8.3.1', 1, 'The server judges rights', matrix, declared),
  apart(
    '8.4.1',
    2,
    'Tenants are kept apart',
    'A stage serves one company on a table of its own; shops within it are kept apart by tests/access/matrix.test.ts.',
  ),
]
