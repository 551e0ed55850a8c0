import { inject } from 'vitest'
import { startRecordingProxy } from '../faults/proxy.ts'
import { isWrite } from '../faults/proxy-wire.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { startBundle } from '../support/bundle-client.ts'
import { realNow } from '../support/fake-world.ts'
import { throughGateway } from '../support/lambda-client.ts'
import { startNeighbours } from './cloud-neighbours.ts'
import { openStage, type Stage, watchWrites } from './stage.ts'
import { mintTokens, trustedTokens } from './trusted-tokens.ts'

/** One way to the API: a stage, calls to it, and how many writes they have sent so far. */
export type Door = { stage: Stage; call: Call; writes: { count(): number }; close(): Promise<void> }

const CLOUD_ORIGIN = 'https://portal.example.com'
const ORIGIN_SECRET = 'known-to-the-cdn'

/** Every way in: as a server answers, and as what is deployed answers the gateway. */
export const doors = {
  http: openServer,
  bundle: openBundle,
}

async function openServer(): Promise<Door> {
  const stage = await openStage()
  const writes = watchWrites(stage.world)
  return { stage, writes, call: apiOf(await trustedTokens(stage.world)), close: async () => undefined }
}

/** The bundle keeps the real time, and its writes are counted on their way to the table. */
async function openBundle(): Promise<Door> {
  const stage = await openStage(realNow())
  const { world } = stage
  const neighbours = await startNeighbours(world.stored)
  const signIn = { ...world.config.signIn, issuer: neighbours.origin, clientSecret: 'of-the-provider' }
  world.config = { ...world.config, publicOrigin: CLOUD_ORIGIN, signIn }
  neighbours.showKeys(await mintTokens(world))
  const proxy = await startRecordingProxy(inject('databaseEndpoint'))
  const bundle = await startBundle(environmentOf(stage, proxy.endpoint))
  let count = 0
  return {
    stage,
    call: throughGateway(CLOUD_ORIGIN, bundle.handler, { 'x-origin-secret': ORIGIN_SECRET }),
    writes: {
      count: () => {
        count += proxy.requests.filter(({ operation }) => isWrite(operation)).length
        proxy.forgetRequests()
        return count
      },
    },
    close: async () => {
      await bundle.stop()
      await Promise.all([proxy.stop(), neighbours.stop()])
    },
  }
}

/** What the deployed function knows, with this machine in place of the cloud. */
function environmentOf({ world: { config } }: Stage, databaseEndpoint: string): Record<string, string> {
  return {
    NODE_OPTIONS: '--enable-source-maps',
    PUBLIC_ORIGIN: config.publicOrigin,
    ORIGIN_SECRET,
    TABLE_NAME: config.tableName,
    TENANT_TIME_ZONE: config.timeZone,
    EVENT_DELIVERY: 'stream',
    FILES_URL: 's3://files',
    OIDC_ISSUER: config.signIn.issuer,
    OIDC_CLIENT_ID: config.signIn.clientId,
    OIDC_CLIENT_SECRET: 'known-to-the-provider',
    SECRET: config.secret,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'tests',
    AWS_SECRET_ACCESS_KEY: 'tests',
    AWS_ENDPOINT_URL_S3: config.signIn.issuer,
    DYNAMODB_ENDPOINT: databaseEndpoint,
  }
}
