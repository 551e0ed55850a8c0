// The environment, parsed once; what is unset falls to the embedded default.
import * as z from 'zod'

const Environment = z.object({
  PUBLIC_ORIGIN: z
    .url()
    .default('http://localhost:8080')
    .transform((origin) => origin.replace(/\/$/, '')),
  TABLE_NAME: z.string().min(1).default('dianlian'),
  DYNAMODB_ENDPOINT: z.url().optional(),
  AWS_REGION: z.string().default('local'),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().default('portal'),
  OIDC_CLIENT_SECRET: z.string().default('portal-on-this-machine-only'),
  SMTP_URL: z.string().default('smtp://127.0.0.1:2525'),
  SMS_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Dianlian <no-reply@dianlian.example>'),
  FILES_URL: z.string().optional(),
  SECRET: z.string().min(16).default('only-for-a-single-machine'),
  TENANT_TIME_ZONE: z.string().default('Asia/Shanghai'),
  EVENT_DELIVERY: z.enum(['stream', 'pending']).default('pending'),
  ORIGIN_SECRET: z.string().optional(),
  CLOCK_SKEW_SECONDS: z.coerce.number().default(0),
})

export type Config = {
  publicOrigin: string
  tableName: string
  databaseEndpoint?: string
  region: string
  signIn: { issuer: string; clientId: string; clientSecret: string }
  smtpUrl: string
  smsUrl: string
  mailFrom: string
  filesUrl: string
  secret: string
  timeZone: string
  eventDelivery: 'stream' | 'pending'
  originSecret?: string
  clockSkewSeconds: number
}

/** Reads the environment; throws one line that names every variable that is wrong. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = Environment.safeParse(set)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment is not usable. ${wrong.join('; ')}`)
  }
  const values = parsed.data
  return {
    publicOrigin: values.PUBLIC_ORIGIN,
    tableName: values.TABLE_NAME,
    databaseEndpoint: values.DYNAMODB_ENDPOINT,
    region: values.AWS_REGION,
    signIn: {
      issuer: values.OIDC_ISSUER ?? `${values.PUBLIC_ORIGIN}/oidc`,
      clientId: values.OIDC_CLIENT_ID,
      clientSecret: values.OIDC_CLIENT_SECRET,
    },
    smtpUrl: values.SMTP_URL,
    smsUrl: values.SMS_URL ?? `${values.PUBLIC_ORIGIN}/mailbox/sms`,
    mailFrom: values.MAIL_FROM,
    filesUrl: values.FILES_URL ?? `${values.PUBLIC_ORIGIN}/files`,
    secret: values.SECRET,
    timeZone: values.TENANT_TIME_ZONE,
    eventDelivery: values.EVENT_DELIVERY,
    originSecret: values.ORIGIN_SECRET,
    clockSkewSeconds: values.CLOCK_SKEW_SECONDS,
  }
}
