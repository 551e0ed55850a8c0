// Events: the table's stream starts their delivery; what cannot be delivered is set aside.
import { Duration } from 'aws-cdk-lib'
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { PortalFunction, type Surroundings } from './constructs/portal-function.ts'
import { acknowledge, type PortalStack } from './portal-stack.ts'

const BATCH = 25
const MOST_RETRIES = 5

/** The consumer of the stream, and the queue of batches that no try could deliver. */
export function createEvents(
  stack: PortalStack,
  surroundings: Surroundings,
): { consumer: PortalFunction; aside: Queue } {
  const consumer = new PortalFunction(stack, 'events', surroundings)
  const aside = new Queue(stack, 'EventsAside', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
  acknowledge(aside, 'AwsSolutions-SQS3', 'It is itself the dead-letter queue.')
  consumer.addEventSource(
    new DynamoEventSource(surroundings.table, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: BATCH,
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { NewImage: { k: { S: FilterRule.isEqual('event') } } },
        }),
      ],
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: MOST_RETRIES,
      parallelizationFactor: 2,
      onFailure: new SqsDlq(aside),
    }),
  )
  return { consumer, aside }
}
