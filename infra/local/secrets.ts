// The secrets of a local run: made once, kept in its data folder, readable by the owner alone.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientScope } from '../../shared/roles.ts'

export type Secrets = {
  /** Signs cursors and addresses of files. */
  signing: string
  webClient: string
  machines: { id: string; secret: string; scopes: ClientScope[] }[]
}

/** Reads the secrets of a data folder, making them when there are none. */
export function secretsIn(folder: string): Secrets {
  const file = join(folder, 'secrets.json')
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, JSON.stringify(newSecrets(), null, 2), { mode: 0o600 })
    renameSync(draft, file)
  }
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** Fresh secrets for the web client and the machines of the demonstration company. */
export function newSecrets(): Secrets {
  const secret = () => randomBytes(24).toString('base64url')
  return {
    signing: secret(),
    webClient: secret(),
    machines: [
      {
        id: 'erp-connector',
        secret: secret(),
        scopes: ['orders.read', 'orders.write', 'master-data.read', 'master-data.write'],
      },
      { id: 'report-reader', secret: secret(), scopes: ['orders.read', 'master-data.read'] },
    ],
  }
}
