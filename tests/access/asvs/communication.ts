import { apart, held, open, type Requirement } from './requirement.ts'

const stages = 'infra/aws-stages.test.ts'
const template = 'infra/aws-template.test.ts'
const production = 'production keeps its data behind a firewall'

export const communication: Requirement[] = [
  held('12.1.1', 1, 'TLS 1.2 and newer', stages, production),
  held('12.1.2', 2, 'Strong ciphers', stages, production),
  apart(
    '12.1.3',
    2,
    'Certificates of clients are proven',
    'No client shows a certificate: people have cookies, machines have tokens.',
  ),
  held(
    '12.2.1',
    1,
    'Browsers speak TLS alone',
    template,
    'pages and API share headers, API answers stay uncached',
  ),
  apart(
    '12.2.2',
    1,
    'Certificates are publicly trusted',
    'CloudFront takes certificates of AWS Certificate Manager or its own, both public (infra/aws/site.ts).',
  ),
  open(
    '12.3.1',
    2,
    'Every other connection is encrypted too',
    'SMTP_URL and SMS_URL may name a server without TLS: a mail server within the company is common, so it is the operator’s to choose smtps:// and https.',
  ),
  held(
    '12.3.2',
    2,
    'Certificates of servers are proven',
    'architecture/raw-code.test.ts',
    'no source runs text, trusts markup or skips checks',
  ),
  held('12.3.3', 2, 'Services within speak TLS', template, 'no bucket answers without encryption on the way'),
  apart(
    '12.3.4',
    2,
    'Certificates within are trusted ones',
    'All services are AWS’s with public certificates; we sign none ourselves.',
  ),
]
