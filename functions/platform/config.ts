// The environment, parsed once; what is unset falls to the embedded default.
const SHORTEST_SECRET = 16

/** What a variable is when it is unset; undefined where it may stay so. */
const unset = {
  PUBLIC_ORIGIN: 'http://localhost:8080',
  TABLE_NAME: 'dianlian',
  DYNAMODB_ENDPOINT: undefined,
  AWS_REGION: 'local',
  OIDC_ISSUER: undefined,
  OIDC_CLIENT_ID: 'portal',
  OIDC_CLIENT_SECRET: 'portal-on-this-machine-only',
  SMTP_URL: 'smtp://127.0.0.1:2525',
  SMS_URL: undefined,
  MAIL_FROM: 'Dianlian <no-reply@dianlian.example>',
  FILES_URL: undefined,
  SECRET: 'only-for-a-single-machine',
  TENANT_TIME_ZONE: 'Asia/Shanghai',
  EVENT_DELIVERY: 'pending',
  ORIGIN_SECRET: undefined,
  CLOCK_SKEW_SECONDS: '0',
} as const
type Variable = keyof typeof unset
type Given = Readonly<Record<string, string | undefined>>

// By hand: a schema library here would be the dearest part of every cold start.
const wrongWhen: ReadonlyArray<[Variable, (text: string) => boolean, string]> = [
  ['PUBLIC_ORIGIN', (text) => !URL.canParse(text), 'Invalid URL'],
  ['DYNAMODB_ENDPOINT', (text) => !URL.canParse(text), 'Invalid URL'],
  ['OIDC_ISSUER', (text) => !URL.canParse(text), 'Invalid URL'],
  ['SECRET', (text) => text.length < SHORTEST_SECRET, `At least ${SHORTEST_SECRET} characters`],
  ['EVENT_DELIVERY', (text) => !isDelivery(text), 'Either stream or pending'],
  ['CLOCK_SKEW_SECONDS', (text) => !Number.isFinite(Number(text)), 'Not a number'],
]

/** What everybody knows by default, so that only a portal of this machine alone may leave it. */
const secrets = ['SECRET', 'OIDC_CLIENT_SECRET'] as const
const thisMachine = ['localhost', '127.0.0.1', '[::1]']

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
export function readConfig(environment: Given): Config {
  const wrong = wrongWhen.flatMap(([name, isWrong, why]) => {
    const text = environment[name]
    return text && isWrong(text) ? [`${name}: ${why}`] : []
  })
  const value = <Name extends Variable>(name: Name): string | (typeof unset)[Name] =>
    environment[name] || unset[name]
  const publicOrigin = value('PUBLIC_ORIGIN').replace(/\/$/, '')
  const host = URL.parse(publicOrigin)?.hostname ?? ''
  if (host && !thisMachine.includes(host)) {
    const open = secrets.filter((name) => value(name) === unset[name])
    wrong.push(...open.map((name) => `${name}: Must be set where PUBLIC_ORIGIN is not this machine`))
  }
  if (wrong.length > 0) throw new Error(`The environment is not usable. ${wrong.join('; ')}`)
  const eventDelivery = value('EVENT_DELIVERY')
  return {
    publicOrigin,
    tableName: value('TABLE_NAME'),
    databaseEndpoint: value('DYNAMODB_ENDPOINT'),
    region: value('AWS_REGION'),
    signIn: {
      issuer: value('OIDC_ISSUER') ?? `${publicOrigin}/oidc`,
      clientId: value('OIDC_CLIENT_ID'),
      clientSecret: value('OIDC_CLIENT_SECRET'),
    },
    smtpUrl: value('SMTP_URL'),
    smsUrl: value('SMS_URL') ?? `${publicOrigin}/mailbox/sms`,
    mailFrom: value('MAIL_FROM'),
    filesUrl: value('FILES_URL') ?? `${publicOrigin}/files`,
    secret: value('SECRET'),
    timeZone: value('TENANT_TIME_ZONE'),
    eventDelivery: isDelivery(eventDelivery) ? eventDelivery : 'pending',
    originSecret: value('ORIGIN_SECRET'),
    clockSkewSeconds: Number(value('CLOCK_SKEW_SECONDS')),
  }
}

function isDelivery(text: string): text is Config['eventDelivery'] {
  return text === 'stream' || text === 'pending'
}
