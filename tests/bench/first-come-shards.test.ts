import { describe, expect, it } from 'vitest'
import { runStorm } from '../faults/storm/storm.ts'

const crowd = {
  repeaters: 0,
  submitsAKey: 0,
  doubters: 0,
  takers: 200,
  units: 100,
  kills: 0,
  faults: { rate: 0 },
}

describe('first-come counters under conflicts, to exhaustion', () => {
  it.each([1, 4, 8, 16])('%i shards sell exactly what there is', async (shards) => {
    const runs = []
    for (const seed of [1, 2, 3]) runs.push(await runStorm({ ...crowd, seed, shards }))
    expect(runs.flatMap(({ broken }) => broken)).toEqual([])
    const seconds = runs.map((run) => run.seconds).sort((one, other) => one - other)
    const conflicts = runs.map(({ faults }) => faults.conflict ?? 0).sort((one, other) => one - other)
    console.log(
      `${shards} shards: ${seconds[1]?.toFixed(1)} s for 200 shops, ${conflicts[1]} conflicts (medians of 3)`,
    )
  })
})
