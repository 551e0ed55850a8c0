// Deployment from CI: a role that the stage's repository takes on without a stored key.
import { CfnOutput, Stack } from 'aws-cdk-lib'
import { OidcProviderNative, OpenIdConnectPrincipal, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam'
import { acknowledgeObjects, type PortalStack } from './portal-stack.ts'
import type { Site } from './site.ts'

const ISSUER = 'token.actions.githubusercontent.com'
/** The roles that `cdk bootstrap` makes; CDK does everything through them. */
const bootstrapRoles = ['deploy-role', 'file-publishing-role', 'lookup-role']

/** The role of the main branch's CI: it may deploy this stack and put up the pages. */
export function createPipeline(stack: PortalStack, { bucket }: Site): Role | undefined {
  const { repository } = stack.stage
  if (!repository) return undefined
  const provider = new OidcProviderNative(stack, 'CiProvider', {
    url: `https://${ISSUER}`,
    clientIds: ['sts.amazonaws.com'],
  })
  const role = new Role(stack, 'CiRole', {
    assumedBy: new OpenIdConnectPrincipal(provider, {
      StringEquals: {
        [`${ISSUER}:aud`]: 'sts.amazonaws.com',
        [`${ISSUER}:sub`]: `repo:${repository}:ref:refs/heads/main`,
      },
    }),
  })
  const { account, region, partition } = Stack.of(role)
  const resources = bootstrapRoles.map(
    (name) => `arn:${partition}:iam::${account}:role/cdk-hnb659fds-${name}-${account}-${region}`,
  )
  role.addToPolicy(new PolicyStatement({ actions: ['sts:AssumeRole'], resources }))
  role.addToPolicy(new PolicyStatement({ actions: ['s3:PutObject'], resources: [bucket.arnForObjects('*')] }))
  acknowledgeObjects(role, bucket, 'CI replaces every page of the site; the bucket holds nothing else.')
  new CfnOutput(stack, 'CiRoleArn', { value: role.roleArn })
  return role
}
