import { apart, held, open, type Requirement, stated } from './requirement.ts'

const secrets = 'Secrets and cryptography'
const once = 'access/once.test.ts'
const sealed = 'what is kept tells nothing without the key'

export const cryptography: Requirement[] = [
  stated('11.1.1', 2, 'It is written how keys live', secrets),
  stated('11.1.2', 2, 'Keys and algorithms are listed', secrets),
  stated('11.2.1', 2, 'Proven implementations are used', secrets),
  stated('11.2.2', 2, 'Algorithms and keys can be changed', secrets),
  open(
    '11.2.3',
    2,
    'Everything has 128 bits of strength',
    'Ids derived from what they stand for, and the place of a phone number or mail, keep 80 bits of SHA-256; Cognito signs with RSA of 2048 bits, which is its own.',
  ),
  held('11.3.1', 1, 'No weak modes or paddings', once, sealed),
  held('11.3.2', 1, 'Approved ciphers alone', once, sealed),
  apart(
    '11.3.3',
    2,
    'What is sealed cannot be changed unseen',
    'The only thing sealed by us, an answer for its key, is sealed by AES-GCM, whose tag is proven (functions/platform/http/answer-store.ts).',
  ),
  held(
    '11.4.1',
    1,
    'Approved hashes alone',
    'architecture/raw-code.test.ts',
    'no source runs text, trusts markup or skips checks',
  ),
  held(
    '11.4.2',
    2,
    'Passwords are stretched as guidance asks',
    'infra/local-passwords.test.ts',
    'a hash is salted and tells nothing',
  ),
  held(
    '11.4.3',
    2,
    'Hashes are long enough for what they prove',
    'platform/new-id.test.ts',
    'it holds more than 128 bits',
  ),
  apart(
    '11.4.4',
    2,
    'Keys from passwords are stretched',
    'No key is made of a password; secrets are random and 24 bytes at least.',
  ),
  held(
    '11.5.1',
    2,
    'What must not be guessed is random',
    'platform/new-id.test.ts',
    'a secret is long and never comes twice',
  ),
  apart(
    '11.6.1',
    2,
    'Signatures use approved algorithms',
    'RS256 and ES256 alone are taken (functions/identity/issuer.ts); the local provider makes RSA keys of 3072 bits by node:crypto.',
  ),
]
