import { held, type Requirement, stated } from './requirement.ts'

const input = 'Input and its bounds'

export const businessLogic: Requirement[] = [
  stated('2.1.1', 1, 'It is written how each item is judged', input),
  stated('2.1.2', 2, 'It is written what must fit together', input),
  stated('2.1.3', 2, 'It is written what a person and everybody may at most', input),
  held(
    '2.2.1',
    1,
    'All input is held to what is expected',
    'platform/api-frame.test.ts',
    'each field that is wrong is named with its message',
  ),
  held(
    '2.2.2',
    1,
    'The server judges, whatever the browser did',
    'orders/bands.test.ts',
    'they refuse the same with the same numbers',
  ),
  held(
    '2.2.3',
    2,
    'What belongs together must fit',
    'orders/refuse-order.test.ts',
    'five broken rules are named at once',
  ),
  held(
    '2.3.1',
    1,
    'Steps go in their order, none is skipped',
    'imports/import-flow.test.ts',
    'it comes after the preview and once',
  ),
  held(
    '2.3.2',
    2,
    'Limits of the business hold',
    'orders/spending.test.ts',
    'many orders at once never pass the limit',
  ),
  held(
    '2.3.3',
    2,
    'What is done is done whole or not at all',
    'platform/commit.test.ts',
    'all writes are applied, or none',
  ),
  held(
    '2.3.4',
    2,
    'What is scarce is given once',
    'access/known-holes.test.ts',
    'the last unit is sold once',
  ),
  held(
    '2.4.1',
    2,
    'Who asks too much is held back',
    'infra/aws-stages.test.ts',
    'the firewall holds back who asks too much',
  ),
]
