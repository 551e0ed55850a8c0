// A Lambda from the name of its entry: code, size, time, log, environment and rights.
import { Duration } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { type Entry, type EntryName, entries } from '../../../functions/entry/entries.ts'
import { indexes } from '../../../functions/platform/storage/table.ts'
import { acknowledge, acknowledgeObjects, type PortalStack } from '../portal-stack.ts'

/** What functions work with: the stores, and what their environment says of sign-in, mail and the site. */
export type Surroundings = {
  table: TableV2
  files: Bucket
  identity: { environment: Record<string, string> }
  mail: { environment: Record<string, string> }
  site: { origin: string }
}

const readActions = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query']
const writeActions = [
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:ConditionCheckItem',
]

export class PortalFunction extends LambdaFunction {
  constructor(
    stack: PortalStack,
    name: EntryName,
    surroundings: Surroundings,
    environment: Record<string, string> = {},
  ) {
    const { memoryMegabytes, timeoutSeconds, rights }: Entry = entries[name]
    const id = name.charAt(0).toUpperCase() + name.slice(1)
    const functionName = `${stack.stackName}-${name}`
    super(stack, id, {
      functionName,
      code: Code.fromAsset(`${stack.bundles}/${name}`),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memoryMegabytes,
      timeout: Duration.seconds(timeoutSeconds),
      retryAttempts: 0,
      tracing: Tracing.ACTIVE,
      // Lines are JSON already; Lambda's own JSON format would wrap them and hide `"alarm":true`.
      loggingFormat: LoggingFormat.TEXT,
      logGroup: new LogGroup(stack, `${id}Log`, {
        logGroupName: `/dianlian/${stack.stage.name}/${name}`,
        retention: RetentionDays.THREE_MONTHS,
        removalPolicy: stack.removalPolicy,
      }),
      environment: {
        ...commonEnvironment(stack, surroundings),
        ...(rights.sendsMail ? surroundings.mail.environment : {}),
        ...environment,
      },
    })
    this.allowTable(surroundings.table, rights.table)
    if (rights.files) this.allowFiles(surroundings.files, rights.files)
    if (entries[name].startedBy === 'schedule') this.allowScan(surroundings.table)
    this.acknowledgeFindings(surroundings)
  }

  private allowTable(table: TableV2, right: Entry['rights']['table']): void {
    const indexArns = Object.keys(indexes).map((index) => `${table.tableArn}/index/${index}`)
    this.addToRolePolicy(
      new PolicyStatement({ actions: readActions, resources: [table.tableArn, ...indexArns] }),
    )
    if (right === 'read-write')
      this.addToRolePolicy(new PolicyStatement({ actions: writeActions, resources: [table.tableArn] }))
  }

  /** Migrations walk the whole table; they run from the schedule, so nothing that answers requests may scan. */
  private allowScan(table: TableV2): void {
    this.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:Scan'], resources: [table.tableArn] }))
  }

  private allowFiles(files: Bucket, right: 'read' | 'read-write'): void {
    const actions = right === 'read' ? ['s3:GetObject'] : ['s3:GetObject', 's3:PutObject']
    this.addToRolePolicy(new PolicyStatement({ actions, resources: [files.arnForObjects('*')] }))
    // Without it a missing file is answered as forbidden instead of absent.
    this.addToRolePolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [files.bucketArn] }))
  }

  private acknowledgeFindings({ files }: Surroundings): void {
    acknowledge(
      this,
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
      'It allows nothing but the writing of its own log.',
    )
    acknowledge(this, 'AwsSolutions-IAM5[Resource::*]', 'X-Ray takes traces without naming a resource.')
    acknowledgeObjects(
      this,
      files,
      'The names of files are made while it runs; the bucket holds nothing else.',
    )
  }
}

function commonEnvironment(
  stack: PortalStack,
  { table, files, identity, site }: Surroundings,
): Record<string, string> {
  return {
    NODE_OPTIONS: '--enable-source-maps',
    PUBLIC_ORIGIN: site.origin,
    TABLE_NAME: table.tableName,
    FILES_URL: `s3://${files.bucketName}`,
    TENANT_TIME_ZONE: stack.stage.timeZone,
    EVENT_DELIVERY: 'stream',
    ...identity.environment,
  }
}
