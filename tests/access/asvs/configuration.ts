import { apart, held, open, type Requirement, stated } from './requirement.ts'

const template = 'infra/aws-template.test.ts'
const bundle = 'infra/aws-bundle.test.ts'
const spokenTo = 'Who is spoken to'

export const configuration: Requirement[] = [
  stated('13.1.1', 2, 'It is written with whom the product speaks', spokenTo),
  open(
    '13.2.1',
    2,
    'Parts prove themselves by what does not stay the same',
    'Functions use roles of AWS; the mail server, the SMS gateway, the provider’s client and the CDN are known by secrets that stay until the operator changes them.',
  ),
  held('13.2.2', 2, 'Each part may do what it needs', template, 'no policy allows actions by a wildcard'),
  held(
    '13.2.3',
    2,
    'No credential is a default one',
    'platform/config.test.ts',
    'secrets that everybody knows serve this machine alone',
  ),
  stated('13.2.4', 2, 'Outer systems are a closed list', spokenTo),
  stated('13.2.5', 2, 'Servers load from a closed list', spokenTo),
  held(
    '13.3.1',
    2,
    'Secrets lie in a vault, not in code',
    template,
    'the CDN tells the API the secret it expects',
  ),
  held('13.3.2', 2, 'Who needs no secret has none', template, 'only the API knows the secret of the CDN'),
  held(
    '13.4.1',
    1,
    'No history of the source is deployed',
    bundle,
    'every entry becomes one folder with its handler',
  ),
  held(
    '13.4.2',
    2,
    'Nothing is in debug mode',
    'platform/api-frame.test.ts',
    'it is logged once and says nothing inside',
  ),
  held('13.4.3', 2, 'Folders are not listed', template, 'the address %s leads to a file'),
  apart(
    '13.4.4',
    2,
    'TRACE is not answered',
    'CloudFront passes seven methods, and TRACE is none of them; routes declare theirs, all else is refused.',
  ),
  held(
    '13.4.5',
    2,
    'Documents of the API are open on purpose',
    'platform/api-frame.test.ts',
    'the readable page lists every route, both languages',
  ),
]
