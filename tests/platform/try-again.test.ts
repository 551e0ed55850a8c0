import { expect, it } from 'vitest'
import { again, tryAgain, unlessMeanwhile } from '#platform/storage/try-again'
import { Refused } from '#platform/storage/write'
import { Problem } from '#shared/problems'

const refused = () => new Refused({ pk: 'P', sk: 'S' }, undefined)
const overtaken = () => new Problem('accounts.changed_meanwhile')

/** An attempt that loses so often before it wins. */
function losing(times: number, error: () => Error = refused) {
  let left = times
  return async (tries: number) => {
    if (left-- > 0) throw error()
    return tries
  }
}

it('who was overtaken tries again until it is in', async () => {
  expect(await tryAgain(losing(0))).toBe(1)
  expect(await tryAgain(losing(3))).toBe(4)
  expect(await tryAgain(losing(3, overtaken))).toBe(4)
})

it('an attempt may itself ask for another one', async () => {
  expect(await tryAgain(async (tries) => (tries < 3 ? again : `at ${tries}`))).toBe('at 3')
})

it('who loses every race is told so', async () => {
  await expect(tryAgain(losing(9), { most: 3 })).rejects.toMatchObject({ code: 'request.busy' })
  await expect(tryAgain(losing(9, overtaken), { most: 3 })).rejects.toMatchObject({
    code: 'accounts.changed_meanwhile',
  })
  await expect(tryAgain(losing(9, overtaken), { most: 3, endsBusy: true })).rejects.toMatchObject({
    code: 'request.busy',
  })
})

it('what is no race is thrown at once', async () => {
  const faults = [new Error('broken'), new Problem('request.changed_meanwhile')]
  for (const fault of faults) {
    let tries = 0
    const failing = async () => {
      tries++
      throw fault
    }
    await expect(tryAgain(failing)).rejects.toBe(fault)
    expect(tries).toBe(1)
  }
})

it('work that another was quicker with is left', async () => {
  const failing = (error: Error) => () => Promise.reject(error)
  expect(await unlessMeanwhile(async () => undefined)).toBe(true)
  expect(await unlessMeanwhile(failing(refused()))).toBe(false)
  expect(await unlessMeanwhile(failing(new Problem('request.changed_meanwhile')))).toBe(false)
  await expect(unlessMeanwhile(failing(overtaken()))).rejects.toThrow(Problem)
})
