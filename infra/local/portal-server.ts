// One server process on one machine: site, API, sign-in provider, mailbox and files behind one origin.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createApi } from '../../functions/entry/api.ts'
import { startWorld } from '../../functions/platform/start-world.ts'
import type { World } from '../../functions/platform/world.ts'
import { createLocalFiles, handleFiles } from './files.ts'
import { type LocalTable, openLocalTable } from './local-table.ts'
import { handleMailbox, keepMessage, startMailServer } from './mailbox.ts'
import type { Secrets } from './secrets.ts'
import { createSignInProvider } from './sign-in/sign-in-provider.ts'
import { createSite } from './site.ts'
import { startWorkers } from './workers.ts'

export type PortalPlace = {
  port: number
  databaseEndpoint: string
  tableName: string
  filesFolder: string
  secrets: Secrets
  siteFolder?: string
  /** Where the log goes, a line at a time; standard output when absent. */
  log?: (line: string) => void
  /** What the environment says; a neighbour that it names is not started here. */
  environment?: Record<string, string | undefined>
  /** The only now of this process; the machine's own when absent. */
  clock?: World['clock']
}

export type PortalServer = { origin: string; world: World; localTable: LocalTable; stop(): Promise<void> }

/** Starts everything of one process; `stop` ends it without losing what was acknowledged. */
export async function startPortalServer(place: PortalPlace): Promise<PortalServer> {
  const server = createServer()
  await listen(server, place.port)
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : place.port
  const given = place.environment ?? {}
  const origin = given.PUBLIC_ORIGIN?.replace(/\/$/, '') || `http://localhost:${port}`
  const localTable = await openLocalTable({
    endpoint: place.databaseEndpoint,
    tableName: `${place.tableName}-local`,
  })
  const mail = given.SMTP_URL ? undefined : await startMailServer(localTable)
  const files = given.FILES_URL ? undefined : { folder: place.filesFolder, secret: place.secrets.signing }
  const world = startWorld(
    environmentOf(place, origin, mail?.url),
    files && (() => createLocalFiles({ ...files, origin })),
  )
  if (place.log) world.log = quietLog(world, place.log)
  if (place.clock) world.clock = place.clock
  const provider = given.OIDC_ISSUER ? undefined : await createProvider(place, origin, localTable)
  const api = getRequestListener(createApi(world).fetch)
  const site = getRequestListener(createSite(place.siteFolder).fetch)
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    if (path === '/api/sign-in' && isOtherName(request.headers.host, origin))
      return response.writeHead(302, { location: `${origin}${request.url}` }).end()
    if (path.startsWith('/api/')) return void api(request, response)
    if (provider && (path === '/oidc' || path.startsWith('/oidc/'))) return provider.handle(request, response)
    void answerLocally(request, response, localTable, files).then((isAnswered) => {
      if (!isAnswered) void site(request, response)
    })
  })
  const workers = startWorkers(world)
  return {
    origin,
    world,
    localTable,
    stop: async () => {
      await workers.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await mail?.stop()
    },
  }
}

/** Whether this machine was called by a name whose cookies the origin would not see again. */
function isOtherName(host: string | undefined, origin: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\]):/.test(host ?? '') && host !== new URL(origin).host
}

async function answerLocally(
  request: IncomingMessage,
  response: ServerResponse,
  table: LocalTable,
  files: { folder: string; secret: string } | undefined,
): Promise<boolean> {
  try {
    if (await handleMailbox(table, request, response)) return true
    return files !== undefined && (await handleFiles(files, request, response))
  } catch (error) {
    console.error('local server', error)
    if (!response.headersSent) response.writeHead(500).end()
    return true
  }
}

function createProvider({ secrets, environment }: PortalPlace, origin: string, table: LocalTable) {
  return createSignInProvider({
    issuer: `${origin}/oidc`,
    table,
    clients: {
      web: {
        id: environment?.OIDC_CLIENT_ID || 'portal',
        secret: environment?.OIDC_CLIENT_SECRET || secrets.webClient,
        redirectUris: [`${origin}/api/sign-in/callback`],
        postLogoutUris: [`${origin}/`],
        authentication: 'client_secret_basic',
      },
      machines: secrets.machines.map((machine) => ({ ...machine, authentication: 'client_secret_basic' })),
    },
    sendSms: (message) => keepMessage(table, { kind: 'sms', subject: '', ...message, to: [message.to] }),
    sendMail: (message) => keepMessage(table, { kind: 'mail', ...message, to: [message.to] }),
  })
}

function environmentOf(
  place: PortalPlace,
  origin: string,
  smtpUrl: string | undefined,
): Record<string, string | undefined> {
  const given = Object.entries(place.environment ?? {}).filter(([, value]) => value)
  return {
    PUBLIC_ORIGIN: origin,
    DYNAMODB_ENDPOINT: place.databaseEndpoint,
    TABLE_NAME: place.tableName,
    OIDC_CLIENT_SECRET: place.secrets.webClient,
    SECRET: place.secrets.signing,
    SMTP_URL: smtpUrl,
    ...Object.fromEntries(given),
  }
}

function quietLog(world: World, write: (line: string) => void): World['log'] {
  return {
    info: () => undefined,
    warn: (message, facts) => write(JSON.stringify({ level: 'warn', message, ...facts })),
    alarm: (message, facts, error) => {
      write(JSON.stringify({ level: 'alarm', message, ...facts }))
      world.log.alarm(message, facts, error)
    },
  }
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // The mailbox shows every code, so nobody beyond this machine may reach it unless HOST says so.
    server.listen(port, process.env.HOST ?? '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
}
