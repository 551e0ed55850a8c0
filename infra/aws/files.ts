// The file store: a private bucket that browsers reach by signed addresses alone.
import { Duration } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods } from 'aws-cdk-lib/aws-s3'
import type { PortalStack } from './portal-stack.ts'
import type { Site } from './site.ts'

const KEPT_VERSION_DAYS = 30

/** Imports, pictures and attachments; uploads come from pages of the site and from nowhere else. */
export function createFiles(stack: PortalStack, site: Site): Bucket {
  return new Bucket(stack, 'Files', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    versioned: true,
    serverAccessLogsBucket: stack.accessLogs,
    serverAccessLogsPrefix: 'files/',
    cors: [
      {
        allowedOrigins: [site.origin],
        allowedMethods: [HttpMethods.PUT, HttpMethods.GET],
        allowedHeaders: ['content-type'],
        maxAge: Duration.hours(1).toSeconds(),
      },
    ],
    lifecycleRules: [
      {
        abortIncompleteMultipartUploadAfter: Duration.days(1),
        noncurrentVersionExpiration: Duration.days(KEPT_VERSION_DAYS),
      },
    ],
    removalPolicy: stack.removalPolicy,
  })
}
