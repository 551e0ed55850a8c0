import { beforeEach, describe, expect, it } from 'vitest'
import type { CycleId, ProductId } from '#shared/ids'
import { readRelease, releaseKey, showRemainingSupply, supplyOfCustomer } from '#supply'
import { takingWrite } from '../../functions/supply/first-come-store.ts'
import { aCompany, aCustomer, aCycle, aRelease, someProducts } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { applyImport, previewImport, runImport, undoImport } from './run-import.ts'

let world: FakeWorld
let cycleId: CycleId
let products: ProductId[]

beforeEach(async () => {
  world = await aWorld()
  await aCompany(world)
  cycleId = await aCycle(world)
  await aCustomer(world, 'L-1', { grade: 18 })
  products = await someProducts(world, [{ code: 'A' }, { code: 'B' }])
})

const fileOf = (lines: readonly string[], more = '') =>
  [`cycle,product,grade,quantity,first_come${more}`, ...lines.map((line) => `${cycleId},${line}`)].join('\n')

async function inForce() {
  const release = readRelease(await world.table.get(releaseKey(cycleId), { isStrong: true }))
  const supply = await supplyOfCustomer(world, cycleId, release, { grade: 18, isBiweekly: false })
  const remaining = await showRemainingSupply(world, cycleId, release)
  const limits = products.map((id) => supply.limitOf(id)?.quantity)
  return { limits, left: [...remaining.values()], bands: supply.bands.map(({ code, cap }) => [code, cap]) }
}

function taken(quantity: number) {
  const [productId = 'prd_'] = products
  return world.table.commit([takingWrite(cycleId, { productId, shard: 0, quantity })])
}

describe('a file of limits', () => {
  it('refused rows mended leave all other limits', async () => {
    const first = await runImport(world, 'limits', fileOf(['A,18,7,', 'B,18,x,']))
    expect(first.job.verdicts).toEqual({ new: 1, refused: 1 })
    await runImport(world, 'limits', fileOf(['B,18,5,']))
    expect((await inForce()).limits).toEqual([7, 5])
  })

  it('taken back it leaves the limits from before', async () => {
    await runImport(world, 'limits', fileOf(['A,18,7,']))
    const { cookie, importId } = await runImport(world, 'limits', fileOf(['B,18,5,']))
    await undoImport(world, cookie, importId)
    expect((await inForce()).limits).toEqual([7, undefined])
  })

  it('a row that changed since the preview keeps its limit', async () => {
    const [productId = 'prd_'] = products
    await runImport(world, 'limits', fileOf(['A,18,7,', 'B,18,5,']))
    const { cookie, importId } = await previewImport(world, 'limits', fileOf(['A,18,9,', 'B,18,6,']))
    await aRelease(world, cycleId, {
      limits: products.map((id) => ({ productId: id, grade: 18, quantity: id === productId ? 3 : 5 })),
    })
    const { rows } = await applyImport(world, cookie, importId)
    expect(rows.map(({ verdict }) => verdict)).toEqual(['refused', 'changed'])
    expect((await inForce()).limits).toEqual([3, 6])
  })

  it('a band keeps what a later file does not name', async () => {
    const more = ',band,band_cap'
    await runImport(world, 'limits', fileOf(['A,18,12,,X,9', 'B,18,8,,X,9'], more))
    await runImport(world, 'limits', fileOf(['B,18,6,']))
    expect(await inForce()).toMatchObject({ limits: [12, 6], bands: [['X', 9]] })
  })

  it('a cap worked out from limits follows them', async () => {
    await runImport(world, 'limits', fileOf(['A,18,12,,X'], ',band'))
    await runImport(world, 'limits', fileOf(['B,18,8,,X'], ',band'))
    expect((await inForce()).bands).toEqual([['X', 15]])
  })

  it('a cap without its band is refused', async () => {
    const { rows } = await previewImport(world, 'limits', fileOf(['A,18,12,,9'], ',band_cap'))
    expect(rows[0]?.problems).toMatchObject([{ code: 'imports.value_missing', column: 'band' }])
  })
})

describe('first-come goods of a file', () => {
  it('a raised total adds the difference to what is left', async () => {
    await runImport(world, 'limits', fileOf(['A,,,40']))
    await taken(15)
    const { rows } = await runImport(world, 'limits', fileOf(['A,,,50']))
    expect(rows[0]).toMatchObject({ verdict: 'changed', changes: { quantity: { from: '40', to: '50' } } })
    expect((await inForce()).left).toEqual([35])
  })

  it('a total below what was taken is refused', async () => {
    await runImport(world, 'limits', fileOf(['A,,,40']))
    await taken(15)
    const { rows } = await previewImport(world, 'limits', fileOf(['A,,,14']))
    expect(rows[0]?.problems?.[0]?.message).toContain('15')
    await runImport(world, 'limits', fileOf(['A,,,15']))
    expect((await inForce()).left).toEqual([0])
  })

  it('goods taken since the preview refuse their row', async () => {
    await runImport(world, 'limits', fileOf(['A,,,40']))
    const { cookie, importId } = await previewImport(world, 'limits', fileOf(['A,,,20', 'B,18,5,']))
    await taken(30)
    const { rows } = await applyImport(world, cookie, importId)
    expect(rows.map(({ verdict }) => verdict)).toEqual(['refused', 'new'])
    expect(await inForce()).toMatchObject({ limits: [undefined, 5], left: [10] })
  })

  it('taken back the total is what it was', async () => {
    await runImport(world, 'limits', fileOf(['A,,,40']))
    const { cookie, importId } = await runImport(world, 'limits', fileOf(['A,,,90']))
    expect((await undoImport(world, cookie, importId)).undone.state).toBe('undone')
    expect((await inForce()).left).toEqual([40])
    await taken(5)
    await runImport(world, 'limits', fileOf(['A,,,45']))
    expect((await inForce()).left).toEqual([40])
  })
})
