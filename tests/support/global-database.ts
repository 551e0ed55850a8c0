import type { TestProject } from 'vitest/node'
import { startDatabase } from '../../infra/local/database.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseEndpoint: string
  }
}

/** One embedded database in memory for a whole run; each test file makes tables of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const database = await startDatabase({})
  project.provide('databaseEndpoint', database.endpoint)
  return () => database.stop()
}
