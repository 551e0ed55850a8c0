import { runInNewContext } from 'node:vm'
import { Match, type Template } from 'aws-cdk-lib/assertions'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entries } from '../../functions/entry/entries.ts'
import { tableDefinition } from '../../functions/platform/storage/create-table.ts'
import { rewriteCode } from '../../infra/aws/site.ts'
import { securityHeaders } from '../../shared/security-headers.ts'
import { type Resource, removePortals, resourcesOf, templateOf } from './aws-portal.ts'

let template: Template
beforeAll(() => {
  template = templateOf()
}, 60_000)
afterAll(removePortals)

describe('the table', () => {
  test('it has the keys and indexes of the list', () => {
    const { KeySchema, GlobalSecondaryIndexes, AttributeDefinitions, BillingMode } = tableDefinition('any')
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      KeySchema,
      GlobalSecondaryIndexes,
      AttributeDefinitions: Match.arrayWith([...(AttributeDefinitions ?? [])]),
      BillingMode,
    })
  })

  test('it streams, recovers to a moment and forgets', () => {
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
      Replicas: [
        Match.objectLike({
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          DeletionProtectionEnabled: false,
        }),
      ],
    })
  })
})

describe('functions', () => {
  test.each(Object.entries(entries))(
    '%s has the size and time of its entry',
    (name, { memoryMegabytes, timeoutSeconds }) => {
      template.hasResourceProperties('AWS::Lambda::Function', {
        FunctionName: `dianlian-trial-${name}`,
        MemorySize: memoryMegabytes,
        Timeout: timeoutSeconds,
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        TracingConfig: { Mode: 'Active' },
      })
    },
  )

  test('every function belongs to an entry', () => {
    const names = resourcesOf(template, 'AWS::Lambda::Function').map(
      ({ Properties }) => Properties.FunctionName,
    )
    expect(names).toEqual(Object.keys(entries).map((name) => `dianlian-trial-${name}`))
  })

  test('only the API knows the secret of the CDN', () => {
    const knowing = resourcesOf(template, 'AWS::Lambda::Function').filter(({ Properties }) =>
      JSON.stringify(Properties.Environment).includes('ORIGIN_SECRET'),
    )
    expect(knowing.map(({ Properties }) => Properties.FunctionName)).toEqual(['dianlian-trial-api'])
  })

  test('only the schedule may scan the table', () => {
    const scanning = resourcesOf(template, 'AWS::IAM::Policy').filter(({ Properties }) =>
      JSON.stringify(Properties).includes('dynamodb:Scan'),
    )
    expect(scanning.map(({ Properties }) => String(Properties.PolicyName))).toEqual([
      expect.stringMatching(/^ScheduleServiceRole/),
    ])
  })

  test('no policy names every resource without need', () => {
    const policies = [
      ...resourcesOf(template, 'AWS::IAM::Policy'),
      ...resourcesOf(template, 'AWS::IAM::Role'),
    ]
    const statements = policies.flatMap(({ Properties }) => [
      ...JSON.stringify(Properties).matchAll(
        /\{"Action":(\[[^\]]*\]|"[^"]*"),"Effect":"Allow","Resource":"\*"\}/g,
      ),
    ])
    const actions = new Set(statements.map((match) => match[1]))
    expect(actions).toEqual(
      new Set(['["xray:PutTraceSegments","xray:PutTelemetryRecords"]', '"sns:Publish"']),
    )
  })

  test('no policy allows actions by a wildcard', () => {
    expect(JSON.stringify(resourcesOf(template, 'AWS::IAM::Policy'))).not.toMatch(
      /"(?:dynamodb|s3|sqs):[A-Za-z]*\*"/,
    )
  })
})

describe('events', () => {
  test('the consumer answers for each record and sets aside', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 5,
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('^EventsAside'), 'Arn'] } },
      },
    })
    template.hasResourceProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true })
  })

  test('the consumer is woken by new events alone', () => {
    const [mapping] = resourcesOf(template, 'AWS::Lambda::EventSourceMapping')
    const criteria = mapping?.Properties.FilterCriteria as { Filters: Array<{ Pattern: string }> } | undefined
    expect(criteria?.Filters.map(({ Pattern }) => JSON.parse(Pattern))).toEqual([
      { eventName: ['INSERT'], dynamodb: { NewImage: { k: { S: ['event'] } } } },
    ])
  })

  test('the clock strikes every minute', () => {
    template.hasResourceProperties('AWS::Events::Rule', { ScheduleExpression: 'rate(1 minute)' })
  })

  test('every danger raises an alarm to one topic', () => {
    const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm')
    const metrics = new Set(alarms.map(({ Properties }) => Properties.MetricName))
    expect(metrics).toEqual(
      new Set([
        'ApproximateNumberOfMessagesVisible',
        '5xx',
        'IteratorAge',
        'Errors',
        'Throttles',
        'alarm-lines-api',
        'alarm-lines-events',
        'alarm-lines-schedule',
      ]),
    )
    expect(alarms.every(({ Properties }) => JSON.stringify(Properties.AlarmActions).includes('Alarms'))).toBe(
      true,
    )
    template.allResourcesProperties('AWS::Logs::MetricFilter', { FilterPattern: '"\\"alarm\\":true"' })
  })
})

describe('the site', () => {
  test('every answer carries the headers of the list', () => {
    const [policy] = resourcesOf(template, 'AWS::CloudFront::ResponseHeadersPolicy')
    expect(headersOf(policy?.Properties.ResponseHeadersPolicyConfig)).toEqual(securityHeaders)
  })

  test('pages and API share headers, API answers stay uncached', () => {
    const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'
    const ResponseHeadersPolicyId = { Ref: Match.stringLikeRegexp('^Headers') }
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        DefaultCacheBehavior: Match.objectLike({
          ResponseHeadersPolicyId,
          ViewerProtocolPolicy: 'redirect-to-https',
        }),
        CacheBehaviors: [
          Match.objectLike({
            PathPattern: '/api/*',
            CachePolicyId: CACHING_DISABLED,
            ResponseHeadersPolicyId,
            ViewerProtocolPolicy: 'https-only',
          }),
        ],
      },
    })
  })

  test('the CDN tells the API the secret it expects', () => {
    const [distribution] = resourcesOf(template, 'AWS::CloudFront::Distribution')
    const [api] = resourcesOf(template, 'AWS::Lambda::Function')
    const secret = variablesOf(api).ORIGIN_SECRET
    expect(JSON.stringify(distribution)).toContain(
      `{"HeaderName":"x-origin-secret","HeaderValue":${JSON.stringify(secret)}}`,
    )
    expect(JSON.stringify(secret)).toContain('{{resolve:secretsmanager:')
  })

  test('no bucket is open to the public', () => {
    const closed = {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    }
    template.allResourcesProperties('AWS::S3::Bucket', { PublicAccessBlockConfiguration: closed })
  })

  test('no bucket answers without encryption on the way', () => {
    const buckets = resourcesOf(template, 'AWS::S3::Bucket')
    const guarded = resourcesOf(template, 'AWS::S3::BucketPolicy').filter(({ Properties }) =>
      JSON.stringify(Properties).includes(
        '"Condition":{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny"',
      ),
    )
    expect(guarded).toHaveLength(buckets.length)
  })

  test.each([
    ['/zh/orders/ord_0123456789ABCDEF-27', '/zh/orders/view/index.html'],
    ['/zh/', '/zh/index.html'],
    ['/', '/index.html'],
    ['/en/orders', '/en/orders/index.html'],
    ['/_astro/page.a1b2.css', '/_astro/page.a1b2.css'],
  ])('the address %s leads to a file', (uri, file) => {
    expect(
      runInNewContext(`${rewriteCode()}\nhandler({ request: { uri: ${JSON.stringify(uri)} } }).uri`),
    ).toBe(file)
  })
})

describe('sign-in with Cognito', () => {
  test('a password is long and of any composition', () => {
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      Policies: {
        PasswordPolicy: {
          MinimumLength: 15,
          RequireLowercase: false,
          RequireNumbers: false,
          RequireSymbols: false,
          RequireUppercase: false,
        },
      },
    })
  })

  test('nobody signs up alone or is guessed at', () => {
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    })
    template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email', 'phone', 'profile'],
      CallbackURLs: [Match.anyValue()],
      GenerateSecret: true,
      PreventUserExistenceErrors: 'ENABLED',
    })
  })
})

test('logs are kept three months and no longer', () => {
  template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 90 })
})

function variablesOf(resource: Resource | undefined): Record<string, unknown> {
  // The shape of a function in the template, which CDK does not type.
  const environment = resource?.Properties.Environment as { Variables: Record<string, unknown> } | undefined
  return environment?.Variables ?? {}
}

type HeadersConfig = {
  SecurityHeadersConfig: {
    StrictTransportSecurity: { AccessControlMaxAgeSec: number; IncludeSubdomains: boolean }
    FrameOptions: { FrameOption: string }
    ContentSecurityPolicy: { ContentSecurityPolicy: string }
    ReferrerPolicy: { ReferrerPolicy: string }
    ContentTypeOptions: { Override: true }
  }
  CustomHeadersConfig: { Items: Array<{ Header: string; Value: string; Override: boolean }> }
}

/** The headers that a policy makes CloudFront send, by name. */
function headersOf(config: unknown): Record<string, string> {
  // The shape of the template's resource, which CDK does not type.
  const { SecurityHeadersConfig: secure, CustomHeadersConfig } = config as HeadersConfig
  const { AccessControlMaxAgeSec: age, IncludeSubdomains } = secure.StrictTransportSecurity
  return {
    'Strict-Transport-Security': `max-age=${age}${IncludeSubdomains ? '; includeSubDomains' : ''}`,
    'X-Content-Type-Options': secure.ContentTypeOptions.Override ? 'nosniff' : '',
    'X-Frame-Options': secure.FrameOptions.FrameOption,
    'Content-Security-Policy': secure.ContentSecurityPolicy.ContentSecurityPolicy,
    'Referrer-Policy': secure.ReferrerPolicy.ReferrerPolicy,
    ...Object.fromEntries(CustomHeadersConfig.Items.map(({ Header, Value }) => [Header, Value])),
  }
}
