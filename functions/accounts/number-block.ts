import { tryAgain } from '#platform/storage/try-again'
import type { World } from '#platform/world'
import { reserveNumbers } from './number-store.ts'

const NUMBERS_A_BLOCK = 50

/** Gives short numbers to many new customers side by side: taken from the company's in blocks. */
export function numberBlock(world: World): () => Promise<{ number: number }> {
  let block: Promise<number[]> = Promise.resolve([])
  let asked = NUMBERS_A_BLOCK
  return async () => {
    if (asked >= NUMBERS_A_BLOCK) {
      block = tryAgain(() => reserveNumbers(world.table, NUMBERS_A_BLOCK))
      asked = 0
    }
    const at = asked++
    const number = (await block)[at]
    if (number === undefined) throw new Error('The block of numbers is too short')
    return { number }
  }
}
