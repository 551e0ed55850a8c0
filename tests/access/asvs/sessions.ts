import { held, type Requirement, stated } from './requirement.ts'

const comesIn = 'Who comes in'
const members = 'identity/members.test.ts'
const own = 'identity/own-sessions.test.ts'

export const sessions: Requirement[] = [
  stated('7.1.1', 2, 'It is written how long sessions live, and why', comesIn),
  stated('7.1.2', 2, 'It is written how many sessions one may have', comesIn),
  stated('7.1.3', 2, 'It is written which systems keep sessions', comesIn),
  held('7.2.1', 1, 'The server proves sessions', members, 'a cookie that names someone else opens nothing'),
  held(
    '7.2.2',
    1,
    'Sessions are made anew, no fixed keys',
    'identity/sign-in.test.ts',
    'the session changes with each sign-in',
  ),
  held(
    '7.2.3',
    1,
    'Session secrets are random, 128 bits at least',
    'platform/new-id.test.ts',
    'a secret is long and never comes twice',
  ),
  held(
    '7.2.4',
    1,
    'Signing in makes a new session and ends the old',
    'identity/sign-in.test.ts',
    'signing in again ends the session before',
  ),
  held('7.3.1', 2, 'A session that nobody uses ends', own, 'staff are out after three days unused'),
  held('7.3.2', 2, 'A session ends at its time', members, 'it is over when its time is'),
  held('7.4.1', 1, 'A session that was ended opens nothing', members, 'it is over at sign-out, not before'),
  held('7.4.2', 1, 'Who is disabled is out', members, 'a disabled member is out at the next request'),
  held(
    '7.4.3',
    2,
    'Changing a factor may end all other sessions',
    own,
    'ending the others leaves this one alone',
  ),
  held(
    '7.4.4',
    2,
    'Signing out is easy to find',
    'journeys/desktop.test.ts',
    'signing out ends the session at once',
  ),
  held(
    '7.4.5',
    2,
    'Administrators can end sessions',
    members,
    'a disabled member is out at the next request',
  ),
  held(
    '7.5.1',
    2,
    'What one signs in by changes only after signing in anew',
    'identity/erasure.test.ts',
    'who signs in keeps their own name',
  ),
  held(
    '7.5.2',
    2,
    'People see their sessions and end them',
    own,
    'ten minutes after signing in one proves it again',
  ),
  stated('7.6.1', 2, 'Sessions here and at the provider end as written', comesIn),
  held(
    '7.6.2',
    2,
    'No session begins without a person’s doing',
    'identity/sign-in.test.ts',
    'a page elsewhere leads to the door alone',
  ),
]
