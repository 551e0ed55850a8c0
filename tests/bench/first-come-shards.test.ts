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
const forms = [
  { form: 'transaction', shards: 1 },
  { form: 'transaction', shards: 4 },
  { form: 'transaction', shards: 8 },
  { form: 'transaction', shards: 16 },
  { form: 'reservation', shards: 1 },
] as const

describe('first-come counters under conflicts, to exhaustion', () => {
  it.each(forms)('$form, shards: $shards, sells exactly what there is', async ({ form, shards }) => {
    const runs = []
    for (const seed of [1, 2, 3]) runs.push(await runStorm({ ...crowd, seed, shards, counterForm: form }))
    expect(runs.flatMap(({ broken }) => broken)).toEqual([])
    const seconds = runs.map((run) => run.seconds).sort((one, other) => one - other)
    const conflicts = runs.map(({ faults }) => faults.conflict ?? 0).sort((one, other) => one - other)
    console.log(
      `${form}, shards: ${shards}: ${seconds[1]?.toFixed(1)} s for 200 shops, ${conflicts[1]} conflicts (medians of 3)`,
    )
  })
})
