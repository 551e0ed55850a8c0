import { apart, held, open, type Requirement } from './requirement.ts'

const signIn = 'identity/sign-in.test.ts'
const machines = 'identity/machine-tokens.test.ts'
const local = 'infra/local-sign-in.test.ts'
const oddRequest = 'a request with %s gets no code'
const noRefresh =
  'No refresh tokens are asked for or given: a person’s session is ours, and a machine asks anew.'
const firstParty =
  'The provider serves this portal and its machines alone, all of one company; nobody else can ask for consent.'

export const oauth: Requirement[] = [
  held('10.1.1', 2, 'Tokens stay on the server', signIn, 'an honest provider opens a session of the invited'),
  held(
    '10.1.2',
    2,
    'A sign-in ends in the browser that began it',
    signIn,
    'another browser than began it opens nothing',
  ),
  held(
    '10.2.1',
    2,
    'Nobody is signed in by a forged answer',
    signIn,
    'another browser than began it opens nothing',
  ),
  apart(
    '10.2.2',
    2,
    'Several servers cannot be mixed up',
    'A stage has one provider, and its name is held by tests/identity/issuer.test.ts.',
  ),
  held('10.3.1', 2, 'The API takes tokens for itself alone', machines, '%s makes nobody a machine'),
  held(
    '10.3.2',
    2,
    'What a token allows is judged',
    machines,
    'an honest token names its machine and scopes',
  ),
  apart(
    '10.3.3',
    2,
    'A person is known by what cannot pass to another',
    'Access tokens are of machines; people come by cookie, and for them 10.5.2 counts.',
  ),
  apart(
    '10.3.4',
    2,
    'Strength asked for is proven in the token',
    'Machines have one strength, their client secret; nothing asks for another.',
  ),
  held('10.4.1', 1, 'Addresses to come back to are compared whole', local, oddRequest),
  held('10.4.2', 1, 'A code counts once', local, 'an authorization code cannot be redeemed twice'),
  apart(
    '10.4.3',
    1,
    'A code lives shortly',
    'A minute at the local provider (infra/local/sign-in/sign-in-provider.ts), five at Cognito.',
  ),
  held('10.4.4', 1, 'A client has the grants that it needs', local, oddRequest),
  apart('10.4.5', 1, 'Refresh tokens cannot be replayed', noRefresh),
  held('10.4.6', 2, 'Codes need a challenge', local, oddRequest),
  apart(
    '10.4.7',
    2,
    'Clients that register themselves are bounded',
    'No provider of ours lets clients register themselves.',
  ),
  apart('10.4.8', 2, 'Refresh tokens end', noRefresh),
  apart('10.4.9', 2, 'People can take tokens back', noRefresh),
  held('10.4.10', 2, 'Clients prove themselves', local, 'a machine gets a token for the API only'),
  held(
    '10.4.11',
    2,
    'A client has the scopes that it needs',
    'infra/aws-template.test.ts',
    'nobody signs up alone or is guessed at',
  ),
  held('10.5.1', 2, 'An ID token counts for one sign-in', signIn, '%s opens no session'),
  open(
    '10.5.2',
    2,
    'A person is known by what cannot pass to another',
    'People are known by a proven phone number or mail, which a carrier may give to another; the provider’s subject is not bound at the first sign-in.',
  ),
  held(
    '10.5.3',
    2,
    'The provider bears the name that we know',
    'identity/issuer.test.ts',
    'a provider that calls itself otherwise is not asked',
  ),
  held('10.5.4', 2, 'An ID token is meant for us', signIn, '%s opens no session'),
  apart(
    '10.5.5',
    2,
    'Sign-out by the provider is proven',
    'No provider can end our sessions: there is no back-channel.',
  ),
  held('10.6.1', 2, 'The provider gives codes, no tokens in addresses', local, oddRequest),
  held('10.6.2', 2, 'Nobody is signed out by a link', local, 'signing out by a foreign link asks first'),
  apart('10.7.1', 2, 'People consent to each client', firstParty),
  apart('10.7.2', 2, 'Consent says to what', firstParty),
  apart('10.7.3', 2, 'Consent can be taken back', firstParty),
]
