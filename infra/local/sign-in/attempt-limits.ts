// Counts what may happen only so often, by conditional writes that all processes share.
import { setTimeout as sleep } from 'node:timers/promises'
import type { LocalItem, LocalTable } from '../local-table.ts'

export type Allowance = { times: number; withinSeconds: number }

/** Notes one more use of `name` if every allowance has room for it; false, and nothing noted, if one has not. */
export async function spendAllowance(
  table: LocalTable,
  name: string,
  allowances: Allowance[],
  nowMs: number,
): Promise<boolean> {
  const seconds = Math.floor(nowMs / 1000)
  const longest = Math.max(...allowances.map((each) => each.withinSeconds))
  for (let attempt = 0; attempt < 20; attempt++) {
    const kept = await table.get(`allowance#${name}`, 'uses')
    const uses = usesIn(kept).filter((use) => use > seconds - longest)
    const isOver = ({ times, withinSeconds }: Allowance) =>
      uses.filter((use) => use > seconds - withinSeconds).length >= times
    if (allowances.some(isOver)) return false
    const version = typeof kept?.version === 'number' ? kept.version : undefined
    const next: LocalItem = {
      pk: `allowance#${name}`,
      sk: 'uses',
      uses: [...uses, seconds],
      version: (version ?? 0) + 1,
      expires: seconds + longest,
    }
    if (await table.putIfVersion(next, version)) return true
    await sleep(5 * attempt)
  }
  return false
}

/** Whether `name` has room left, without using it. */
export async function hasAllowance(
  table: LocalTable,
  name: string,
  { times, withinSeconds }: Allowance,
  nowMs: number,
): Promise<boolean> {
  const since = Math.floor(nowMs / 1000) - withinSeconds
  const uses = usesIn(await table.get(`allowance#${name}`, 'uses'))
  return uses.filter((use) => use > since).length < times
}

function usesIn(item: LocalItem | undefined): number[] {
  return Array.isArray(item?.uses) ? item.uses.map(Number) : []
}
