import { held, open, type Requirement, stated } from './requirement.ts'

const sensitive = 'What is sensitive'

export const dataProtection: Requirement[] = [
  stated('14.1.1', 2, 'Sensitive data are known by level', sensitive),
  stated('14.1.2', 2, 'It is written how each level is kept', sensitive),
  held(
    '14.2.1',
    1,
    'Addresses hold nothing sensitive',
    'journeys/phone-desk.test.ts',
    'a number that is typed stands in no address',
  ),
  held(
    '14.2.2',
    2,
    'Servers between keep no answers',
    'infra/aws-template.test.ts',
    'pages and API share headers, API answers stay uncached',
  ),
  stated('14.2.3', 2, 'Nobody else is told', sensitive),
  held(
    '14.2.4',
    2,
    'Each level is kept as written',
    'identity/erasure.test.ts',
    'name and addresses are nowhere any more',
  ),
  held(
    '14.3.1',
    1,
    'Signing out clears the device',
    'web/forget-offline.test.ts',
    'signing out leaves no answers on the device',
  ),
  held(
    '14.3.2',
    2,
    'Browsers keep no answers',
    'platform/api-frame.test.ts',
    'what belongs to one person stays in no cache',
  ),
  open(
    '14.3.3',
    2,
    'Browsers store nothing sensitive but the session',
    'Until sign-out the device keeps the shop’s name, assortment, prices and draft, so that the order page works without a network; that is decided (ARCHITECTURE.md), and is commercial, not personal.',
  ),
]
