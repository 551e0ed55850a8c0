import { expect, test, vi } from 'vitest'
import type { Basket } from '#shared/drafts'
import { ApiProblem, NoAnswer } from '../../web/src/api.ts'
import {
  type DraftGateway,
  DraftKeeper,
  type DraftState,
} from '../../web/src/features/orders/entry/draft/draft-keeper.ts'
import { mergeDrafts } from '../../web/src/features/orders/entry/draft/merge-drafts.ts'
import { emptySheet } from '../../web/src/features/orders/entry/draft/quantities.ts'
import { aBasket, customerId, product } from './an-assortment.ts'

const start = { customerId, typed: {}, touched: [], version: 3 } as const

/** A server's draft in memory that refuses to be overwritten from an old version. */
function aServer(basket: Basket): DraftGateway & { kept: () => Basket } {
  let kept = basket
  return {
    kept: () => kept,
    read: async () => kept,
    save: async (asked) => {
      if (asked.version !== kept.version) throw new ApiProblem(412, { code: 'orders.basket_changed' })
      kept = { ...asked, version: asked.version + 1, changedAt: '2026-11-25T05:00:00.000Z' }
      return kept
    },
  }
}

/** Waits for the keeper to tell of a state that fits. */
function told(keeper: DraftKeeper, fits: (state: DraftState) => boolean): Promise<DraftState> {
  return new Promise((resolve) => {
    const stop = keeper.subscribe(() => {
      if (!fits(keeper.snapshot())) return
      stop()
      resolve(keeper.snapshot())
    })
  })
}

const isSaved = ({ saving }: DraftState) => saving === 'saved'

test('what is typed reaches the server draft', async () => {
  const server = aServer(aBasket(2))
  const keeper = new DraftKeeper(start, server)
  keeper.type(product(1), '5')
  expect(keeper.snapshot()).toMatchObject({ saving: 'saving', typed: { [product(1)]: '5' } })
  const saved = told(keeper, isSaved)
  keeper.saveNow()
  await saved
  expect(server.kept()).toMatchObject({ version: 4, lines: [{ productId: product(1), quantity: 5 }] })
  expect(keeper.version).toBe(4)
})

test('two drafts merge and mine stays mine', async () => {
  const theirs = {
    ...aBasket(2, undefined, 7),
    lines: [1, 2].map((each) => ({ productId: product(each), quantity: 9 })),
  }
  const server = aServer(theirs)
  const keeper = new DraftKeeper(start, server)
  keeper.type(product(1), '5')
  const saved = told(keeper, isSaved)
  keeper.saveNow()
  const state = await saved
  expect(state.typed).toEqual({ [product(1)]: '5', [product(2)]: '9' })
  expect(state.met?.differing).toEqual([{ productId: product(1), mine: '5', theirs: '9' }])
  expect(state.met).toMatchObject({ isOrdered: false, added: [product(2)] })
  expect(server.kept().lines).toContainEqual({ productId: product(1), quantity: 5 })
})

test('a lost network leaves the draft on the device', async () => {
  const lost = async () => {
    throw new NoAnswer('offline')
  }
  const keeper = new DraftKeeper(start, { read: lost, save: lost })
  keeper.type(product(1), '5')
  const here = told(keeper, ({ saving }) => saving === 'here')
  keeper.saveNow()
  expect((await here).typed).toEqual({ [product(1)]: '5' })
  keeper.forget()
})

test('who is signed out is told until saved', async () => {
  const server = aServer(aBasket(2))
  let isSignedIn = false
  const save: DraftGateway['save'] = async (draft) => {
    if (!isSignedIn) throw new ApiProblem(401, { code: 'request.signed_out' })
    return server.save(draft)
  }
  const keeper = new DraftKeeper(start, { ...server, save })
  keeper.type(product(1), '5')
  const out = told(keeper, ({ saving }) => saving === 'signed-out')
  keeper.saveNow()
  await out
  keeper.type(product(1), '6')
  expect(keeper.snapshot().saving).toBe('signed-out')
  isSignedIn = true
  const saved = told(keeper, isSaved)
  keeper.saveNow()
  await saved
  expect(server.kept().lines).toEqual([{ productId: product(1), quantity: 6 }])
})

test('a quantity that is no number stays unsaved', async () => {
  const server = aServer(aBasket(2))
  const keeper = new DraftKeeper(start, server)
  keeper.type(product(1), '2x')
  keeper.type(product(2), '4')
  const saved = told(keeper, isSaved)
  keeper.saveNow()
  await saved
  expect(server.kept().lines).toEqual([{ productId: product(2), quantity: 4 }])
})

test('a product emptied here is emptied in the merge', () => {
  const theirs = { ...emptySheet, typed: { [product(1)]: '3', [product(2)]: '4' } }
  const merged = mergeDrafts(emptySheet, new Set([product(1)]), theirs)
  expect(merged.typed).toEqual({ [product(2)]: '4' })
})

test('settling for less keeps what was wanted', async () => {
  const server = aServer(aBasket(2))
  const keeper = new DraftKeeper(start, server)
  keeper.type(product(1), '5')
  keeper.settleFor(product(1), 2, 5)
  keeper.annotate(product(1), { note: '要新的' })
  keeper.settleFor(product(2), 0, 3)
  keeper.write({ ownNumber: 'PO-7' })
  const saved = told(keeper, isSaved)
  keeper.saveNow()
  await saved
  expect(server.kept()).toMatchObject({
    ownNumber: 'PO-7',
    lines: [
      { productId: product(1), quantity: 2, wanted: 5, note: '要新的' },
      { productId: product(2), quantity: 0, wanted: 3 },
    ],
  })
})

test('a note here and a number there are both kept', async () => {
  const server = aServer({ ...aBasket(2, undefined, 7), ownNumber: 'theirs' })
  const keeper = new DraftKeeper(start, server)
  keeper.annotate(product(1), { note: '要新的' })
  const saved = told(keeper, isSaved)
  keeper.saveNow()
  await saved
  expect(server.kept()).toMatchObject({ ownNumber: 'theirs' })
  expect(keeper.snapshot()).toMatchObject({ met: { isWritten: true }, written: { ownNumber: 'theirs' } })
})

test('a list is added to what is there', () => {
  const keeper = new DraftKeeper({ ...start, typed: { [product(1)]: '2' } }, aServer(aBasket(2)))
  keeper.add([1, 2].map((each) => ({ productId: product(each), quantity: 3 })))
  expect(keeper.snapshot().typed).toEqual({ [product(1)]: '5', [product(2)]: '3' })
  keeper.forget()
})

test('an order waits for a save on its way', async () => {
  const server = aServer(aBasket(2))
  const { promise, resolve } = Promise.withResolvers<void>()
  const slow = {
    ...server,
    save: (asked: Parameters<typeof server.save>[0]) => promise.then(() => server.save(asked)),
  }
  const keeper = new DraftKeeper(start, slow)
  keeper.type(product(1), '5')
  keeper.saveNow()
  const rest = keeper.atRest()
  keeper.saveNow()
  resolve()
  expect([await rest, keeper.version]).toEqual([true, 4])
  expect(server.kept()).toMatchObject({ version: 4, lines: [{ quantity: 5 }] })
})

test('what another device typed is seen before ordering', async () => {
  const theirs = { ...aBasket(2, undefined, 7), lines: [{ productId: product(2), quantity: 9 }] }
  const server = aServer(theirs)
  const keeper = new DraftKeeper(start, server)
  keeper.type(product(1), '5')
  keeper.saveNow()
  expect(await keeper.atRest()).toBe(false)
  expect(keeper.snapshot()).toMatchObject({ met: { added: [product(2)] }, typed: { [product(2)]: '9' } })
  keeper.forget()
})

test('what another device did stays told while one types', async () => {
  const server = aServer({ ...aBasket(2, undefined, 7), lines: [{ productId: product(2), quantity: 9 }] })
  const keeper = new DraftKeeper(start, server)
  await keeper.look()
  keeper.type(product(1), '5')
  expect(keeper.snapshot().met).toMatchObject({ added: [product(2)] })
  keeper.dismiss()
  expect(keeper.snapshot().met).toBeUndefined()
  keeper.forget()
})

test('rows ordered elsewhere leave the draft and can return', async () => {
  const typed = { [product(1)]: '2' }
  const server = aServer({ ...aBasket(2), isSpent: true, draftsSpent: 1 })
  const keeper = new DraftKeeper({ ...start, typed, draftsSpent: 0 }, server)
  keeper.type(product(2), '4')
  await keeper.look()
  const { met, typed: left } = keeper.snapshot()
  expect(left).toEqual({ [product(2)]: '4' })
  expect([met?.isOrdered, [...(met?.ordered.keys() ?? [])]]).toEqual([true, [product(1)]])
  expect(keeper.draftsSpent).toBe(1)
  if (met) keeper.putRows(met.ordered)
  expect(keeper.snapshot().typed).toEqual({ ...typed, [product(2)]: '4' })
  keeper.forget()
})

test('a sheet that changes an order loses no row', async () => {
  const typed = { [product(1)]: '2' }
  const server = aServer({ ...aBasket(2), isSpent: true, draftsSpent: 1 })
  const keeper = new DraftKeeper({ ...start, typed, orderId: 'ord_1-1', draftsSpent: 0 }, server)
  await keeper.look()
  expect(keeper.snapshot()).toMatchObject({ typed })
  expect([keeper.draftsSpent, keeper.snapshot().met]).toEqual([1, undefined])
})

test.each([503, 429])('a draft refused with %d is sent again by itself', async (status) => {
  vi.useFakeTimers()
  const server = aServer(aBasket(2))
  let asked = 0
  const save: DraftGateway['save'] = (draft) => {
    asked += 1
    if (asked === 1) throw new ApiProblem(status, { code: 'request.busy' })
    return server.save(draft)
  }
  const keeper = new DraftKeeper(start, { ...server, save })
  keeper.type(product(1), '5')
  await vi.advanceTimersByTimeAsync(60_000)
  vi.useRealTimers()
  expect([asked, keeper.snapshot().saving]).toEqual([2, 'saved'])
})

test('coming back during a save loses nothing', async () => {
  const server = aServer(aBasket(2))
  const { promise, resolve } = Promise.withResolvers<void>()
  const read = async () => {
    const before = server.kept()
    await promise
    return before
  }
  const keeper = new DraftKeeper(start, { ...server, read })
  const looked = keeper.look()
  keeper.type(product(1), '5')
  keeper.saveNow()
  resolve()
  const saved = told(keeper, isSaved)
  await looked
  await saved
  expect([keeper.snapshot().typed, keeper.snapshot().met]).toEqual([{ [product(1)]: '5' }, undefined])
  expect(server.kept()).toMatchObject({ version: 4, lines: [{ quantity: 5 }] })
})
