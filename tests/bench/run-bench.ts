// Speed and cost, measured and held against their bars: `npm run bench`, or `npm run bench -- placing` for a part.

import { benchGrid } from './bench-grid.ts'
import { benchGrowth } from './bench-growth.ts'
import { benchLighthouse, benchPages } from './bench-pages.ts'
import { benchPlacing } from './bench-placing.ts'
import { benchReading } from './bench-reading.ts'
import { benchStart } from './bench-start.ts'
import { drawTable, type Row } from './bench-table.ts'

const parts: Record<string, () => Promise<Row[]>> = {
  placing: benchPlacing,
  reading: benchReading,
  growth: benchGrowth,
  start: benchStart,
  pages: benchPages,
  lighthouse: benchLighthouse,
  grid: benchGrid,
}

const asked = process.argv.slice(2)
const rows: Row[] = []
for (const [name, bench] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  process.stderr.write(`${name} …\n`)
  rows.push(...(await bench()))
}
process.stdout.write(`${drawTable(rows)}\n`)
const missed = rows.filter(({ isMet }) => isMet === false).length
process.stdout.write(`\n${rows.length - missed} rows told or met, ${missed} missed\n`)
process.exit(missed > 0 ? 1 : 0)
