// Sign-in: a Cognito user pool, or another OpenID provider that the stage names.
import { RemovalPolicy } from 'aws-cdk-lib'
import {
  AccountRecovery,
  CfnUserPoolClient,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
  UserPoolEmail,
} from 'aws-cdk-lib/aws-cognito'
import { acknowledge, generatedSecret, outsideSecret, type PortalStack } from './portal-stack.ts'
import type { Site } from './site.ts'

/** What functions must know to sign people in. */
export type Identity = { environment: Record<string, string> }

/** The provider of the stage, and the secret that seals our own cookies and links. */
export function createIdentity(stack: PortalStack, site: Site): Identity {
  const { issuer, clientId } = stack.stage
  const seal = generatedSecret(stack, 'Seal')
  const signIn = issuer ? otherProvider(stack, issuer, clientId) : cognito(stack, site)
  return { environment: { ...signIn, SECRET: seal.secretValue.unsafeUnwrap() } }
}

function otherProvider(stack: PortalStack, issuer: string, clientId = 'portal'): Record<string, string> {
  return {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: outsideSecret(stack, 'oidcClientSecret'),
  }
}

function cognito(stack: PortalStack, site: Site): Record<string, string> {
  const pool = createUserPool(stack)
  const client = pool.addClient('PortalClient', {
    generateSecret: true,
    authFlows: { user: true, userSrp: true },
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PHONE, OAuthScope.PROFILE],
      callbackUrls: [`${site.origin}/api/sign-in/callback`],
      logoutUrls: [`${site.origin}/`],
    },
  })
  pool.addDomain('SignIn', {
    // Prefixes are unique among all accounts of a region.
    cognitoDomain: { domainPrefix: `${stack.stackName}-${stack.account}` },
    managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
  })
  return {
    OIDC_ISSUER: `https://cognito-idp.${stack.region}.${stack.urlSuffix}/${pool.userPoolId}`,
    OIDC_CLIENT_ID: client.userPoolClientId,
    OIDC_CLIENT_SECRET: clientSecretOf(client),
  }
}

function createUserPool(stack: PortalStack): UserPool {
  const { mailDomain } = stack.stage
  const pool = new UserPool(stack, 'People', {
    selfSignUpEnabled: false,
    signInAliases: { email: true, phone: true },
    autoVerify: { email: true, phone: true },
    signInPolicy: { allowedFirstAuthFactors: { password: true, emailOtp: true, smsOtp: true } },
    featurePlan: FeaturePlan.ESSENTIALS,
    mfa: Mfa.OPTIONAL,
    mfaSecondFactor: { sms: true, otp: true },
    // Length alone, as NIST SP 800-63B-4 and ASVS 5.0 6.2 have it: rules of composition make passwords worse.
    passwordPolicy: {
      minLength: 15,
      requireDigits: false,
      requireLowercase: false,
      requireUppercase: false,
      requireSymbols: false,
    },
    accountRecovery: AccountRecovery.PHONE_WITHOUT_MFA_AND_EMAIL,
    deletionProtection: stack.stage.isKept,
    email: mailDomain
      ? UserPoolEmail.withSES({ fromEmail: `no-reply@${mailDomain}`, sesVerifiedDomain: mailDomain })
      : UserPoolEmail.withCognito(),
    removalPolicy: stack.stage.isKept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  })
  acknowledge(
    pool,
    'AwsSolutions-COG1',
    'Fifteen characters of any kind are asked for instead of kinds of characters.',
  )
  acknowledge(
    pool,
    'AwsSolutions-COG2',
    "A code by SMS or mail is a shop's only factor; a second one is each person's choice.",
  )
  acknowledge(
    pool,
    'AwsSolutions-COG8',
    'Essentials has all that is used; Plus prices each person for its risk scores.',
  )
  acknowledge(
    pool,
    'AwsSolutions-IAM5[Resource::*]',
    'SNS sends SMS to phone numbers, which are no resources.',
  )
  return pool
}

function clientSecretOf(client: UserPoolClient): string {
  const { defaultChild } = client.node
  if (!(defaultChild instanceof CfnUserPoolClient))
    throw new Error('The user pool client has no template resource')
  return defaultChild.attrClientSecret
}
