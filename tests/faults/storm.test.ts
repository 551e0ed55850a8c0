import { describe, expect, it } from 'vitest'
import { runStorm } from './storm/storm.ts'

const seed = Number(process.env.STORM_SEED ?? 20261122)

describe('ordering in a storm of faults and kills', () => {
  it('nothing acknowledged is lost, doubled, altered or oversold', async () => {
    const started = Date.now()
    const report = await runStorm({
      seed,
      repeaters: 4,
      submitsAKey: 50,
      doubters: 40,
      takers: 200,
      changers: 20,
      changes: 3,
      cancellers: 40,
      planners: 30,
      stragglers: 60,
      units: 100,
      kills: 12,
      skewSeconds: [1, -1],
    })
    const accepted = report.outcomes.filter(({ status }) => status === 201).length
    console.log({
      seconds: (Date.now() - started) / 1000,
      submits: report.outcomes.length,
      accepted,
      kills: report.kills,
      faults: report.faults,
    })
    expect(report.broken).toEqual([])
    expect(report.kills.server).toBeGreaterThan(0)
    expect(report.kills.database).toBeGreaterThan(0)
  })
})
