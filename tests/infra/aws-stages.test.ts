import { Validations } from 'aws-cdk-lib'
import { Match, Template } from 'aws-cdk-lib/assertions'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { afterAll, describe, expect, test } from 'vitest'
import type { PortalStack } from '../../infra/aws/portal-stack.ts'
import { aPortal, removePortals, templateOf } from './aws-portal.ts'

afterAll(removePortals)

describe('stages', () => {
  test('a stage may name another sign-in provider', () => {
    const other = templateOf({ issuer: 'https://id.example.com', clientId: 'shop' })
    other.resourceCountIs('AWS::Cognito::UserPool', 0)
    other.allResourcesProperties('AWS::Lambda::Function', {
      Environment: { Variables: { OIDC_ISSUER: 'https://id.example.com', OIDC_CLIENT_ID: 'shop' } },
    })
  })

  test('production keeps its data behind a firewall', () => {
    const production = templateOf({
      stage: 'production',
      domain: 'portal.example.com',
      certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/0a',
      mailDomain: 'example.com',
      firewall: 'new',
      region: 'us-east-1',
      alarmMail: 'desk@example.com',
      repository: 'acme/portal',
    })
    production.hasResource('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Retain',
      Properties: { Replicas: [Match.objectLike({ DeletionProtectionEnabled: true })] },
    })
    production.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Aliases: ['portal.example.com'],
        WebACLId: { 'Fn::GetAtt': ['Firewall', 'Arn'] },
        ViewerCertificate: Match.objectLike({ MinimumProtocolVersion: 'TLSv1.2_2021' }),
      },
    })
    production.allResourcesProperties('AWS::Lambda::Function', {
      Environment: { Variables: { PUBLIC_ORIGIN: 'https://portal.example.com' } },
    })
    production.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          Match.objectLike({
            Condition: {
              StringEquals: Match.objectLike({
                'token.actions.githubusercontent.com:sub': 'repo:acme/portal:ref:refs/heads/main',
              }),
            },
          }),
        ],
      },
    })
  })

  test('the firewall holds back who asks too much', () => {
    const production = templateOf({ stage: 'production', firewall: 'new', region: 'us-east-1' })
    production.hasResourceProperties('AWS::WAFv2::WebACL', {
      Rules: Match.arrayWith([
        Match.objectLike({
          Action: { Block: { CustomResponse: { ResponseCode: 429 } } },
          Statement: { RateBasedStatement: { AggregateKeyType: 'IP', Limit: 20_000 } },
        }),
      ]),
    })
  })

  test('a firewall outside its region is refused', () => {
    expect(() => aPortal({ firewall: 'new', region: 'eu-central-1' })).toThrow('us-east-1')
  })
})

test('every reason given still answers a finding', () => {
  const { acknowledge } = Validations.prototype
  const given: string[] = []
  Validations.prototype.acknowledge = (...rules) => {
    given.push(...rules.map(({ id }) => id))
  }
  const stack = aPortal({ repository: 'acme/portal' })
  Validations.prototype.acknowledge = acknowledge
  expect(given.length).toBeGreaterThan(5)
  const found = foundIn(stack)
  expect(given.filter((id) => id.startsWith('AwsSolutions') && !found.has(id))).toEqual([])
})

test('a finding without a reason stops the synthesis', () => {
  const stack = aPortal()
  new Bucket(stack, 'Careless')
  expect(() => Template.fromStack(stack)).toThrow('AwsSolutions-S10')
})

/** The ids of all findings that stop the synthesis of a stack. */
function foundIn(stack: PortalStack): Set<string> {
  try {
    Template.fromStack(stack)
    return new Set()
  } catch (error) {
    return new Set(
      [...String(error).matchAll(/Acknowledge with 'AwsSolutions::([^']+)'/g)].map((match) => match[1] ?? ''),
    )
  }
}
