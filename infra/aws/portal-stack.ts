// The stack, the choices of a stage, and what every part of the stack uses: logs, removal, acknowledged findings.
import { type App, Duration, RemovalPolicy, SecretValue, Stack, Tags, Validations } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { IConstruct } from 'constructs'

/** What differs between stages; each is a `-c name=value` of the command line. */
export type Stage = {
  name: string
  /** Keeps data when the stack goes: `-c kept=true`. */
  isKept: boolean
  region?: string
  /** The site's own name with its certificate (in us-east-1); CloudFront's name without. */
  domain?: string
  certificateArn?: string
  /** Another OpenID provider in the place of Cognito, as some regions have none. */
  issuer?: string
  clientId?: string
  /** The domain that mails come from, to be verified with SES; without it mail leaves by another SMTP server. */
  mailDomain?: string
  timeZone: string
  /** `new` makes a web ACL here (us-east-1 alone may), an ARN uses that one. */
  firewall?: string
  /** Who is told of alarms. */
  alarmMail?: string
  /** The repository, as owner/name, whose CI may deploy. */
  repository?: string
}

/** The stage that the command line chose; the trial stage when it says nothing. */
export function stageOf(app: App): Stage {
  const chosen = (name: string): string | undefined => {
    const value: unknown = app.node.tryGetContext(name)
    return value === undefined || value === '' ? undefined : String(value)
  }
  return {
    name: chosen('stage') ?? 'trial',
    isKept: chosen('kept') === 'true' || chosen('stage') === 'production',
    region: chosen('region'),
    domain: chosen('domain'),
    certificateArn: chosen('certificateArn'),
    issuer: chosen('issuer'),
    clientId: chosen('clientId'),
    mailDomain: chosen('mailDomain'),
    timeZone: chosen('timeZone') ?? 'Asia/Shanghai',
    firewall: chosen('firewall'),
    alarmMail: chosen('alarmMail'),
    repository: chosen('repository'),
  }
}

const LOG_RETENTION_DAYS = 90

export class PortalStack extends Stack {
  readonly stage: Stage
  readonly bundles: string
  readonly removalPolicy: RemovalPolicy
  readonly accessLogs: Bucket

  constructor(app: App, stage: Stage, bundles: string) {
    super(app, 'Portal', {
      stackName: `dianlian-${stage.name}`,
      env: { region: stage.region },
      description: 'Dianlian, the dealer portal',
    })
    this.stage = stage
    this.bundles = bundles
    this.removalPolicy = stage.isKept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY
    this.accessLogs = new Bucket(this, 'AccessLogs', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      // CloudFront writes its logs with an ACL.
      objectOwnership: ObjectOwnership.OBJECT_WRITER,
      lifecycleRules: [{ expiration: Duration.days(LOG_RETENTION_DAYS) }],
      removalPolicy: this.removalPolicy,
    })
    Tags.of(this).add('product', 'dianlian')
    Tags.of(this).add('stage', stage.name)
  }
}

/** Notes that a finding of the AwsSolutions rules is meant so, and why. */
export function acknowledge(construct: IConstruct, id: string, reason: string): void {
  Validations.of(construct).acknowledge({ id, reason })
}

/** Notes that a policy may name every object of a bucket, and why. */
export function acknowledgeObjects(construct: IConstruct, bucket: Bucket, reason: string): void {
  const { defaultChild } = bucket.node
  if (!(defaultChild instanceof CfnBucket)) throw new Error('The bucket has no template resource')
  acknowledge(
    construct,
    `AwsSolutions-IAM5[Resource::<${bucket.stack.getLogicalId(defaultChild)}.Arn>/*]`,
    reason,
  )
}

/** A secret that the stack makes up itself. */
export function generatedSecret(stack: PortalStack, id: string): Secret {
  const secret = new Secret(stack, id, {
    generateSecretString: { passwordLength: 48, excludePunctuation: true },
    removalPolicy: stack.removalPolicy,
  })
  acknowledge(
    secret,
    'AwsSolutions-SMG4',
    'CDN and function take it from here at each deployment; to change it, delete its value and deploy.',
  )
  return secret
}

/** A value that the operator keeps in Secrets Manager under `dianlian/<stage>/outside`, because others issued it. */
export function outsideSecret(stack: PortalStack, jsonField: string): string {
  return SecretValue.secretsManager(`dianlian/${stack.stage.name}/outside`, { jsonField }).unsafeUnwrap()
}
