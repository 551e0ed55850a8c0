// The table's stream on Lambda: each new event is delivered to its reactions.
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { deliverEvent } from '#platform/events/deliver-events'
import { eventOfRecord } from '#platform/events/stream-record'
import { startWorld } from '#platform/start-world'
import { reactions } from './events.ts'

const world = startWorld(process.env)

/** Delivers a batch. A reaction that fails is put off by the delivery itself; only a batch record that could not
 * even be put off is handed back, from there on. */
export async function handler(batch: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  for (const { dynamodb } of batch.Records) {
    try {
      const stored = eventOfRecord(dynamodb?.NewImage)
      if (stored) await deliverEvent(world, reactions, stored)
    } catch (error) {
      world.log.alarm('stream record handed back', { sequence: dynamodb?.SequenceNumber }, error)
      return { batchItemFailures: [{ itemIdentifier: dynamodb?.SequenceNumber ?? '' }] }
    }
  }
  return { batchItemFailures: [] }
}
