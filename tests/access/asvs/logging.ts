import { apart, held, type Requirement, stated } from './requirement.ts'

const frame = 'platform/api-frame.test.ts'
const logged = 'What is logged'
const whoAndWhy = 'a refused request tells the log who and why'
const unexpected = 'it is logged once and says nothing inside'

export const logging: Requirement[] = [
  stated('16.1.1', 2, 'It is written what is logged, where and how long', logged),
  held('16.2.1', 2, 'A line says when, where, who and what', frame, whoAndWhy),
  held('16.2.2', 2, 'Instants are in UTC', frame, 'a request is logged once with its cost'),
  stated('16.2.3', 2, 'Lines go where it is written, nowhere else', logged),
  held(
    '16.2.4',
    2,
    'Lines can be read by machines and joined',
    'platform/log.test.ts',
    'what is always noted stands in each line',
  ),
  held('16.2.5', 2, 'No secret is logged', 'identity/sign-in.test.ts', 'who signed in is in the log'),
  held(
    '16.3.1',
    2,
    'Sign-ins are logged, failed ones too',
    'identity/machine-tokens.test.ts',
    'a refused token is in the log without itself',
  ),
  held('16.3.2', 2, 'What one may not is logged', frame, whoAndWhy),
  held('16.3.3', 2, 'Tries to get around are logged', frame, whoAndWhy),
  held('16.3.4', 2, 'What nobody expected is logged', frame, unexpected),
  held(
    '16.4.1',
    2,
    'Text cannot forge lines',
    'platform/log.test.ts',
    'a line stays one line whatever it says',
  ),
  apart(
    '16.4.2',
    2,
    'Logs are closed and cannot be changed',
    'CloudWatch takes lines and changes none; functions may only write to their own log (infra/aws/constructs/portal-function.ts), and the bucket of access logs is closed.',
  ),
  held(
    '16.4.3',
    2,
    'Logs lie elsewhere and raise alarms',
    'infra/aws-template.test.ts',
    'every danger raises an alarm to one topic',
  ),
  held('16.5.1', 2, 'Answers to errors say nothing inside', frame, unexpected),
  held(
    '16.5.2',
    2,
    'When others are away, it stays safe',
    'identity/sign-in.test.ts',
    'the session is over though the provider is away',
  ),
  held('16.5.3', 2, 'What fails is closed, not open', frame, 'a route without rights refuses to start'),
]
