import { held, type Requirement } from './requirement.ts'

const machines = 'identity/machine-tokens.test.ts'
const noMachine = '%s makes nobody a machine'

export const tokens: Requirement[] = [
  held('9.1.1', 1, 'Signatures are proven first', machines, noMachine),
  held('9.1.2', 1, 'Only named algorithms count', machines, noMachine),
  held('9.1.3', 1, 'Keys come from the issuer that we know', machines, noMachine),
  held('9.2.1', 1, 'A token counts between its instants', machines, noMachine),
  held('9.2.2', 2, 'A token counts for its purpose', machines, noMachine),
  held('9.2.3', 2, 'A token counts for its audience', 'identity/sign-in.test.ts', '%s opens no session'),
  held(
    '9.2.4',
    2,
    'The issuer says for whom a token is',
    'infra/local-sign-in.test.ts',
    'a machine gets a token for the API only',
  ),
]
