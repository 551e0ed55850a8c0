// Prints a bearer token of one of the machines of a local run, for scripts.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { secretsIn } from './secrets.ts'
import { mintToken } from './sign-in/mint-token.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    preset: { type: 'string', default: 'supplied' },
    origin: { type: 'string', default: 'http://localhost:8080' },
  },
})
const folder = process.env.DATA_FOLDER ?? join(import.meta.dirname, '../../.data')
const { machines } = secretsIn(join(folder, values.preset))
const machine = machines.find(({ id }) => id === positionals[0])
if (machine) console.log(await mintToken(`${values.origin}/oidc`, machine))
else {
  console.error(`Who? npm run token -- ${machines.map(({ id }) => id).join(' | ')}`)
  process.exit(1)
}
