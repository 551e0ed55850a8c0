import { apart, held, type Requirement } from './requirement.ts'

const frame = 'platform/api-frame.test.ts'
const headers = 'shared/security-headers.test.ts'
const crossSite = 'access/cross-site.test.ts'
const signIn = 'identity/sign-in.test.ts'

export const webFrontend: Requirement[] = [
  held(
    '3.2.1',
    1,
    'An answer opened by itself is not shown as a page',
    'infra/local-files.test.ts',
    'an uploaded file comes back as an attachment',
  ),
  held(
    '3.2.2',
    1,
    'Text is put into pages as text',
    'architecture/raw-code.test.ts',
    'no source runs text, trusts markup or skips checks',
  ),
  held(
    '3.3.1',
    1,
    'Cookies are secure and bear a prefix',
    signIn,
    'over https the cookie is bound to the host',
  ),
  held(
    '3.3.2',
    2,
    'SameSite fits what the cookie is for',
    signIn,
    'an honest provider opens a session of the invited',
  ),
  held('3.3.3', 2, 'Cookies belong to one host', signIn, 'over https the cookie is bound to the host'),
  held(
    '3.3.4',
    2,
    'Scripts do not see the session',
    signIn,
    'an honest provider opens a session of the invited',
  ),
  held(
    '3.4.1',
    1,
    'Browsers are told to stay encrypted for a year',
    headers,
    'browsers stay encrypted for a year and more',
  ),
  held('3.4.2', 1, 'No other origin is invited', frame, 'no answer invites a page of elsewhere'),
  held(
    '3.4.3',
    2,
    'A content policy with hashes, no object, no base',
    'web/built-site.test.ts',
    'no page allows inline code or styles',
  ),
  held('3.4.4', 2, 'Types are not guessed', headers, 'nothing is framed, guessed at or told elsewhere'),
  held(
    '3.4.5',
    2,
    'Other sites are not told where one came from',
    headers,
    'nothing is framed, guessed at or told elsewhere',
  ),
  held('3.4.6', 2, 'Nobody frames the pages', frame, '%s carries the security headers'),
  held('3.5.1', 1, 'Changes must come from our own pages', crossSite, 'is refused from elsewhere'),
  held('3.5.2', 1, 'A simple request cannot avoid that', crossSite, 'is refused from elsewhere'),
  held('3.5.3', 1, 'What changes something is no GET', signIn, 'a page elsewhere leads to the door alone'),
  apart(
    '3.5.4',
    2,
    'Separate applications have separate hosts',
    'The portal is one application with a host of its own; files come from the bucket, on another one (infra/aws/files.ts).',
  ),
  apart(
    '3.5.5',
    2,
    'Messages between windows are checked',
    'No page listens to them (tests/architecture/raw-code.test.ts); the worker hears pages of its own origin and takes only paths of known form.',
  ),
  apart(
    '3.7.1',
    2,
    'No outdated plug-in',
    'Pages are HTML, CSS and JavaScript modules; there is no plug-in.',
  ),
  held(
    '3.7.2',
    2,
    'Nobody is led to a host that is not ours',
    'identity/own-path.test.ts',
    '%j leads to no other site',
  ),
]
