// Takes a CSV or XLSX file in through the API of a running server: npm run import -- customers|products|prices|… <file>
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type ImportKind, importKinds } from '../../shared/import-words.ts'
import { importThroughApi } from './import-through-api.ts'
import { secretsIn } from './secrets.ts'
import { mintToken } from './sign-in/mint-token.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    preset: { type: 'string', default: 'supplied' },
    origin: { type: 'string', default: 'http://localhost:8080' },
  },
})
const [named, file] = positionals
const kind: ImportKind | undefined = importKinds.find((one) => one === named)
if (!kind || !file) {
  console.error(`npm run import -- ${importKinds.join('|')} <file>`)
  process.exit(1)
}
const folder = process.env.DATA_FOLDER ?? join(import.meta.dirname, '../../.data')
const [machine] = secretsIn(join(folder, values.preset)).machines
if (!machine) throw new Error('The data folder names no machine')
const token = await mintToken(`${values.origin}/oidc`, machine)
const body = await readFile(file)
const imported = await importThroughApi(
  { origin: values.origin, token, kind, fileName: basename(file), body },
  (line) => console.log(line),
)
process.exit(imported.state === 'applied' && !imported.verdicts.refused ? 0 : 1)
