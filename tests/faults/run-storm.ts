// The storm at its full size, as a table: `npm run storm`, `npm run storm -- 7` for the storms of another seed, and
// `npm run storm -- 7 20` for a night of twenty, each of the next seed: 100,000 orders over 400 kills.
import { drawTable, type Row } from '../bench/bench-table.ts'
import { runStorm, type StormReport } from './storm/storm.ts'

const seed = Number(process.argv[2] ?? 20261122)
const times = Number(process.argv[3] ?? 1)

/** Shops of every kind: more than 5,000 orders over 20 kills, from the rush to the closing. */
const whole = {
  orderers: 3700,
  repeaters: 10,
  submitsAKey: 50,
  doubters: 300,
  takers: 400,
  changers: 300,
  changes: 2,
  cancellers: 100,
  planners: 300,
  stragglers: 400,
  units: 300,
  kills: 20,
  killEvery: [3000, 5000],
  skewSeconds: [1, -1],
} as const

/** Five hundred shops on the same scarce goods, and no one dies. */
const scarce = { takers: 500, units: 250, kills: 0 }

const storms = Array.from({ length: times }, (_, at) => [
  { name: 'whole storm', settings: { ...whole, seed: seed + at } },
  { name: '500 shops on the same scarce goods', settings: { ...scarce, seed: seed + at } },
]).flat()

const rows: Row[] = []
for (const { name, settings } of storms) {
  const tell = (phase: string) => process.stderr.write(`${clock()} ${name}: ${phase} …\n`)
  rows.push(...rowsOf(`${name}, seed ${settings.seed}`, await runStorm({ ...settings, tell })))
}
process.stdout.write(`${drawTable(rows)}\n`)
process.exit(rows.some(({ isMet }) => isMet === false) ? 1 : 0)

function clock(): string {
  return `${performance.now() / 1000}`.slice(0, 6)
}

function rowsOf(name: string, { broken, outcomes, stored, kills, faults, seconds }: StormReport): Row[] {
  for (const each of broken.slice(0, 40)) process.stderr.write(`${name}: ${each}\n`)
  const count = Object.values(faults).reduce((sum: number, one) => sum + (one ?? 0), 0)
  const told = (measure: string, got: string): Row => ({
    measure: `${name}: ${measure}`,
    got,
    bar: '–',
    floor: '',
  })
  return [
    {
      measure: `${name}: lost, doubled, altered, oversold, left over, misfiled, unsettled`,
      got: String(broken.length),
      bar: '0',
      floor: '0',
      isMet: broken.length === 0,
    },
    told('submits told, orders stored', `${outcomes.length}, ${stored}`),
    told('kill -9 of servers, of the database', `${kills.server}, ${kills.database}`),
    told('faults and conflicts', String(count)),
    told('seconds', seconds.toFixed(0)),
  ]
}
