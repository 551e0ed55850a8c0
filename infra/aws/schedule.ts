// The clock: starts what is due (deliveries put off, long jobs) as often as the list of entries says.
import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { entries } from '../../functions/entry/entries.ts'
import { PortalFunction, type Surroundings } from './constructs/portal-function.ts'
import type { PortalStack } from './portal-stack.ts'

/** The scheduled function with its rule. Runs may overlap; a missed one is not made up for, the next is a minute away. */
export function createSchedule(stack: PortalStack, surroundings: Surroundings): PortalFunction {
  const schedule = new PortalFunction(stack, 'schedule', surroundings)
  const every = Duration.minutes(entries.schedule.everyMinutes)
  new Rule(stack, 'Clock', {
    schedule: Schedule.rate(every),
    targets: [new LambdaFunction(schedule, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
  })
  return schedule
}
