import { describe, expect, it } from 'vitest'
import { plants } from './storm/planted-bugs.ts'
import { runStorm } from './storm/storm.ts'

const STORMS = 4
// Few submits at a time: the two keys of a shop then meet at both servers' doors together.
const small = {
  seed: 7,
  repeaters: 2,
  submitsAKey: 20,
  doubters: 20,
  takers: 40,
  units: 15,
  kills: 2,
  underWay: 6,
}

describe('the storm finds designs that only look right', () => {
  it('a whole server comes through the small storm', async () => {
    expect((await runStorm(small)).broken).toEqual([])
  })

  // Chance and the machine decide when processes meet, so a bug has a few storms to show itself in.
  it.each(plants)('%s makes the storm red', async (plant) => {
    let broken: string[] = []
    for (let seed = small.seed; broken.length === 0 && seed < small.seed + STORMS; seed++) {
      broken = (await runStorm({ ...small, seed, plant })).broken
    }
    console.log(plant, broken.length, broken.slice(0, 3))
    expect(broken.length).toBeGreaterThan(0)
  })
})
