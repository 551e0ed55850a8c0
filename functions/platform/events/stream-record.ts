// One record of the table's stream as DynamoDB hands it over.
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { eventWithin, type StoredEvent } from './event-store.ts'

/** The new image of a record: attribute values by name, as the stream writes them. */
export type StreamImage = Readonly<Record<string, object>>

/** The event within a record's new image; undefined when the record is about something else. */
export function eventOfRecord(image: StreamImage | undefined): StoredEvent | undefined {
  // The stream's attribute values are those of the client, declared in another package.
  return eventWithin(unmarshall({ ...image } as Record<string, AttributeValue>))
}
