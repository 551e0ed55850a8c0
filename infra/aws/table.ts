// The one table, from the list of names that the local run reads too.
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb'
import { indexes, table as names } from '../../functions/platform/storage/table.ts'
import type { PortalStack } from './portal-stack.ts'

/** Keys, indexes and stream; what lies in it is said by the access patterns of the rooms. */
export function createTable(stack: PortalStack): TableV2 {
  return new TableV2(stack, 'Table', {
    partitionKey: text(names.partitionKey),
    sortKey: text(names.sortKey),
    globalSecondaryIndexes: Object.entries(indexes).map(([indexName, { partitionKey, sortKey }]) => ({
      indexName,
      partitionKey: text(partitionKey),
      sortKey: text(sortKey),
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: [names.projected],
    })),
    billing: Billing.onDemand(),
    dynamoStream: StreamViewType.NEW_IMAGE,
    timeToLiveAttribute: names.expiry,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: stack.stage.isKept,
    // Who may read is decided by the table's policies; a key of our own would add a call and its price to each request.
    encryption: TableEncryptionV2.dynamoOwnedKey(),
    removalPolicy: stack.removalPolicy,
  })
}

function text(name: string) {
  return { name, type: AttributeType.STRING }
}
