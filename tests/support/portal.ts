import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTableIfMissing } from '#platform/storage/create-table'
import { createDatabaseClient } from '#platform/storage/dynamo-table'
import { type Instant, instantOf } from '#shared/time'
import { type RunningDatabase, startDatabase } from '../../infra/local/database.ts'
import { type PortalPlace, type PortalServer, startPortalServer } from '../../infra/local/portal-server.ts'
import { newSecrets } from '../../infra/local/secrets.ts'

const site = process.env.SITE_FOLDER ?? join(import.meta.dirname, '../../dist/site')

export type TestPortal = PortalServer & { database: RunningDatabase; end(): Promise<void> }

/** The whole product on free ports with an empty database, as `npm start` would run it, at the hour of `clock`. */
export async function openPortal({ clock }: Pick<PortalPlace, 'clock'> = {}): Promise<TestPortal> {
  if (!existsSync(join(site, 'index.html'))) throw new Error('The site is not built: npm run build')
  const folder = mkdtempSync(join(tmpdir(), 'portal-'))
  const database = await startDatabase({})
  const databaseEndpoint = database.endpoint
  await createTableIfMissing(createDatabaseClient({ databaseEndpoint, region: 'local' }), 'portal')
  const server = await startPortalServer({
    port: 0,
    databaseEndpoint,
    tableName: 'portal',
    filesFolder: join(folder, 'files'),
    secrets: newSecrets(),
    siteFolder: site,
    log: () => undefined,
    clock,
  })
  return {
    ...server,
    database,
    end: async () => {
      await server.stop()
      await database.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A clock that runs with the machine's own until it is set to stand still. */
export function aStandingClock(standing?: Instant) {
  let stands = standing
  return {
    now: () => stands ?? instantOf(Date.now()),
    stand: (at: Instant | undefined) => {
      stands = at
    },
  }
}
