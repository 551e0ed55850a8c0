import { apart, held, open, type Requirement, stated } from './requirement.ts'

const comesIn = 'Who comes in'
const local = 'infra/local-sign-in.test.ts'
const passwords = 'infra/local-passwords.test.ts'
const providers = 'Passwords are the provider’s: we never see one. '
const noWords =
  'Neither the local provider nor Cognito refuses passwords that are widely known, broken into, or made of our own words; a page for it would be the provider’s.'
const saml = 'Sign-in is OpenID Connect alone; there is no SAML.'

export const authentication: Requirement[] = [
  stated('6.1.1', 1, 'It is written how guessing is held back', comesIn),
  open('6.1.2', 2, 'Words of ours that no password may hold are listed', noWords),
  stated('6.1.3', 2, 'All ways in are written down together', comesIn),
  held(
    '6.2.1',
    1,
    'Passwords are long',
    'infra/aws-template.test.ts',
    'a password is long and of any composition',
  ),
  held('6.2.2', 1, 'People can change their password', local, 'a first visitor sets a password by mail'),
  apart(
    '6.2.3',
    1,
    'Changing asks for the password of before',
    `${providers}The local one changes it only behind a code to the proven mail address, Cognito asks for the old one.`,
  ),
  open('6.2.4', 1, 'Widely known passwords are refused', noWords),
  held('6.2.5', 1, 'Any composition will do', passwords, '%j of any composition is taken'),
  held('6.2.6', 1, 'Typed passwords are hidden', local, 'mail and password sign a seeded person in'),
  held(
    '6.2.7',
    1,
    'Managers of passwords may fill them in',
    local,
    'mail and password sign a seeded person in',
  ),
  held('6.2.8', 1, 'Every sign of a password counts', passwords, 'each sign of a password counts'),
  held('6.2.9', 2, 'Sixty-four signs are possible', passwords, '%j of any composition is taken'),
  apart(
    '6.2.10',
    2,
    'Passwords need no regular change',
    `${providers}The local one lets none expire, and infra/aws/identity.ts asks Cognito for no such thing.`,
  ),
  open('6.2.11', 2, 'Words of ours are refused in passwords', noWords),
  open('6.2.12', 2, 'Passwords known from break-ins are refused', noWords),
  held('6.3.1', 1, 'Guessing is held back', local, 'ten wrong passwords lock the address for a while'),
  held(
    '6.3.2',
    1,
    'No account is there by default',
    'access/known-holes.test.ts',
    'secrets that everybody knows start no portal',
  ),
  open(
    '6.3.3',
    2,
    'Two factors, or several ways together, are asked for',
    'A code by SMS or mail is enough for everyone, staff too. Cognito demands a second factor of a whole pool or of nobody, and a stage has one pool; a company that wants it of staff names a provider of its own that asks for it.',
  ),
  stated('6.3.4', 2, 'No way in is unwritten or weaker', comesIn),
  held(
    '6.4.1',
    1,
    'First codes are random, short of life and once',
    local,
    'a code is no use after ten minutes',
  ),
  apart('6.4.2', 1, 'No hints and no secret questions', `${providers}Neither provider has any.`),
  held(
    '6.4.3',
    2,
    'A forgotten password is set anew safely',
    local,
    'a first visitor sets a password by mail',
  ),
  apart(
    '6.4.4',
    2,
    'A lost factor is replaced as carefully as given',
    'Factors are the provider’s; who gives another phone number to the portal must be invited anew by it.',
  ),
  held('6.5.1', 2, 'A code works once', local, 'five wrong codes use a code up'),
  apart(
    '6.5.2',
    2,
    'Recovery codes are kept hashed',
    'There are no recovery codes; codes by SMS live ten minutes and are kept salted and hashed.',
  ),
  apart(
    '6.5.3',
    2,
    'Codes are random',
    'They are drawn by randomInt of node:crypto (infra/local/sign-in/one-time-codes.ts); Cognito draws its own.',
  ),
  apart(
    '6.5.4',
    2,
    'Codes hold twenty bits',
    'Six random digits, and five guesses at each (infra/local/sign-in/one-time-codes.ts).',
  ),
  held('6.5.5', 2, 'Codes are over after ten minutes', local, 'a code is no use after ten minutes'),
  open(
    '6.6.1',
    2,
    'SMS is offered beside stronger ways, with its risks told',
    'No page tells the risk of codes by SMS, and the local provider offers none stronger; Cognito offers apps.',
  ),
  held(
    '6.6.2',
    2,
    'A code belongs to the sign-in that asked for it',
    local,
    'another browser cannot use a foreign interaction',
  ),
  held('6.6.3', 2, 'Codes cannot be guessed', local, 'five wrong codes use a code up'),
  apart(
    '6.8.1',
    2,
    'Several providers cannot pass for one another',
    'A stage has one provider, and its name is held by tests/identity/issuer.test.ts.',
  ),
  held(
    '6.8.2',
    2,
    'What the provider says is proven by its signature',
    'identity/sign-in.test.ts',
    '%s opens no session',
  ),
  apart('6.8.3', 2, 'SAML assertions count once', saml),
  stated('6.8.4', 2, 'It is written which strength of sign-in is taken for given', comesIn),
]
