// The site: static pages in S3 behind CloudFront, and the API under the same name.
import { CfnOutput, Duration } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import { rewrites } from '../../shared/rewrites.ts'
import { securityHeaders } from '../../shared/security-headers.ts'
import type { Gateway } from './api.ts'
import { acknowledge, type PortalStack } from './portal-stack.ts'

/** The pages' bucket, the CDN, and the origin that people see. */
export type Site = { bucket: Bucket; distribution: Distribution; origin: string }

/** Pages by default, `/api/*` uncached to the gate; both with the same headers. */
export function createSite(stack: PortalStack, gateway: Gateway): Site {
  const { domain, certificateArn } = stack.stage
  const bucket = new Bucket(stack, 'Pages', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    serverAccessLogsBucket: stack.accessLogs,
    serverAccessLogsPrefix: 'pages/',
    removalPolicy: stack.removalPolicy,
  })
  const responseHeadersPolicy = createHeaders(stack)
  const distribution = new Distribution(stack, 'Cdn', {
    ...(domain &&
      certificateArn && {
        domainNames: [domain],
        certificate: Certificate.fromCertificateArn(stack, 'Certificate', certificateArn),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
    defaultBehavior: { ...pagesBehaviour(stack, bucket), responseHeadersPolicy },
    additionalBehaviors: { '/api/*': { ...apiBehaviour(gateway), responseHeadersPolicy } },
    httpVersion: HttpVersion.HTTP2_AND_3,
    logBucket: stack.accessLogs,
    logFilePrefix: 'cdn/',
    webAclId: firewallOf(stack),
  })
  acknowledgeFindings(stack, distribution)
  const origin = `https://${domain ?? distribution.distributionDomainName}`
  new CfnOutput(stack, 'Origin', { value: origin })
  new CfnOutput(stack, 'PagesBucket', { value: bucket.bucketName })
  return { bucket, distribution, origin }
}

function pagesBehaviour(stack: PortalStack, bucket: Bucket): BehaviorOptions {
  const rewrite = new EdgeFunction(stack, 'Rewrite', {
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromInline(rewriteCode()),
  })
  return {
    origin: S3BucketOrigin.withOriginAccessControl(bucket, {
      originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
    }),
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    cachePolicy: CachePolicy.CACHING_OPTIMIZED,
    compress: true,
    functionAssociations: [{ function: rewrite, eventType: FunctionEventType.VIEWER_REQUEST }],
  }
}

function apiBehaviour({ host, originSecret }: Gateway): BehaviorOptions {
  return {
    origin: new HttpOrigin(host, {
      customHeaders: { 'x-origin-secret': originSecret.secretValue.unsafeUnwrap() },
    }),
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    // The function compresses its answers; what CloudFront does not cache it does not compress.
    compress: false,
  }
}

/** The program at the edge: shells for addresses with ids in them, then the page of a folder. */
export function rewriteCode(): string {
  return `var rewrites = ${JSON.stringify(rewrites)};
function handler(event) {
  var request = event.request;
  for (var rewrite of rewrites) {
    var pattern = new RegExp(rewrite.pattern);
    if (pattern.test(request.uri)) {
      request.uri = request.uri.replace(pattern, rewrite.to);
      break;
    }
  }
  if (request.uri.endsWith('/')) request.uri += 'index.html';
  else if (!request.uri.split('/').pop().includes('.')) request.uri += '/index.html';
  return request;
}
`
}

function createHeaders(stack: PortalStack): ResponseHeadersPolicy {
  const {
    'Strict-Transport-Security': transport,
    'X-Content-Type-Options': _,
    'X-Frame-Options': __,
    'Content-Security-Policy': contentSecurityPolicy,
    'Referrer-Policy': ___,
    ...others
  } = securityHeaders
  return new ResponseHeadersPolicy(stack, 'Headers', {
    responseHeadersPolicyName: stack.stackName,
    securityHeadersBehavior: {
      strictTransportSecurity: {
        accessControlMaxAge: Duration.seconds(Number(/max-age=(\d+)/.exec(transport)?.[1])),
        includeSubdomains: transport.includes('includeSubDomains'),
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(others).map(([header, value]) => ({ header, value, override: true })),
    },
  })
}

/** From one address within five minutes: an office of a hundred people behind one address stays far below. */
const MOST_REQUESTS_AN_ADDRESS = 20_000

function firewallOf(stack: PortalStack): string | undefined {
  const { firewall, region } = stack.stage
  if (firewall !== 'new') return firewall
  if (region !== 'us-east-1')
    throw new Error(
      'A web ACL of CloudFront lives in us-east-1: add -c region=us-east-1, or name one by -c firewall=<ARN>',
    )
  const metric = (metricName: string) => ({
    metricName,
    cloudWatchMetricsEnabled: true,
    sampledRequestsEnabled: true,
  })
  const managed = ['AWSManagedRulesAmazonIpReputationList', 'AWSManagedRulesKnownBadInputsRuleSet']
  const throttle = {
    name: 'RequestsAnAddress',
    priority: managed.length,
    action: { block: { customResponse: { responseCode: 429 } } },
    statement: { rateBasedStatement: { limit: MOST_REQUESTS_AN_ADDRESS, aggregateKeyType: 'IP' } },
    visibilityConfig: metric('RequestsAnAddress'),
  }
  const acl = new CfnWebACL(stack, 'Firewall', {
    scope: 'CLOUDFRONT',
    defaultAction: { allow: {} },
    visibilityConfig: metric('firewall'),
    rules: [
      ...managed.map((name, priority) => ({
        name,
        priority,
        overrideAction: { none: {} },
        statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
        visibilityConfig: metric(name),
      })),
      throttle,
    ],
  })
  return acl.attrArn
}

function acknowledgeFindings(stack: PortalStack, distribution: Distribution): void {
  const { domain, firewall } = stack.stage
  acknowledge(
    distribution,
    'AwsSolutions-CFR1',
    'Dealers travel; who may act is decided by sign-in, not by country.',
  )
  acknowledge(
    distribution,
    'Annotation::@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
    'The right to list makes an absent page a 404 and not a 403; the rewrite never asks the bucket for a folder.',
  )
  if (!firewall)
    acknowledge(
      distribution,
      'AwsSolutions-CFR2',
      'A stage chooses its firewall by -c firewall; a trial has none.',
    )
  if (!domain)
    acknowledge(
      distribution,
      'AwsSolutions-CFR4',
      'A stage without a name of its own has the certificate of CloudFront.',
    )
}
