import { apart, held, type Requirement } from './requirement.ts'

const noGraphql = 'The interface is plain HTTP with JSON; there is no GraphQL.'
const noSocket = 'Pages ask again instead; there is no WebSocket.'

export const webService: Requirement[] = [
  held(
    '4.1.1',
    1,
    'Answers name their type and character set',
    'platform/api-frame.test.ts',
    '%s names the type of its answer',
  ),
  held(
    '4.1.2',
    2,
    'Only pages lead from http to https',
    'infra/aws-template.test.ts',
    'pages and API share headers, API answers stay uncached',
  ),
  held(
    '4.1.3',
    2,
    'What a proxy says cannot be said by others',
    'access/cross-site.test.ts',
    'without the secret of the origin nothing is answered',
  ),
  apart(
    '4.2.1',
    2,
    'All agree where a message ends',
    'CloudFront and the gateway take messages apart and hand events to the function; one process alone uses the parser of Node, which refuses a message with both lengths.',
  ),
  apart('4.3.1', 2, 'Dear GraphQL questions are bounded', noGraphql),
  apart('4.3.2', 2, 'GraphQL does not describe itself', noGraphql),
  apart('4.4.1', 1, 'WebSockets are encrypted', noSocket),
  apart('4.4.2', 2, 'WebSockets check the origin', noSocket),
  apart('4.4.3', 2, 'WebSockets have session tokens of their own', noSocket),
  apart('4.4.4', 2, 'Those tokens come from the session', noSocket),
]
