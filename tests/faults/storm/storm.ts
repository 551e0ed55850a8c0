import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CustomerId, CycleId, ProductId } from '#shared/ids'
import {
  aCompany,
  aCustomer,
  aCycle,
  aMember,
  aRelease,
  aSession,
  someProducts,
} from '../../support/builders.ts'
import { randomOf } from '../../support/seeded-chance.ts'
import { createClient, type Intention, type Outcome } from './client.ts'
import { brokenBooks, brokenSupply, lostOrInvented, storedOrders, unequalAnswers } from './invariants.ts'
import { openStage, type Stage, type StageSettings } from './stage.ts'

export type StormSettings = StageSettings & {
  /** Shops that all submit one key many times. */
  repeaters: number
  submitsAKey: number
  /** Shops that submit two different keys at once. */
  doubters: number
  /** Shops that want one of the scarce goods, and how many units there are. */
  takers: number
  units: number
  kills: number
  /** Submits under way at once. */
  underWay?: number
  /** Shards of the scarce product's counter; the product's own number when absent. */
  shards?: number
}

export type StormReport = {
  seconds: number
  broken: string[]
  outcomes: Outcome[]
  kills: Stage['kills']
  faults: Record<string, number | undefined>
}

/** Lets shops order in a storm, then holds what was told against what is stored. */
export async function runStorm(settings: StormSettings): Promise<StormReport> {
  const stage = await openStage(settings)
  try {
    const { shops, cycleId, scarce, plenty } = await setTheScene(stage, settings)
    const random = randomOf(settings.seed)
    const client = createClient(
      stage.origins,
      join(mkdtempSync(join(tmpdir(), 'ledger-')), 'ledger.jsonl'),
      random,
    )
    const intentions = intentionsOf(settings, shuffled(shops, random), cycleId, scarce, plenty)
    const killing = killNowAndThen(stage, settings.kills, random)
    const started = performance.now()
    const submit = (intention: Intention) => client.submit(intention)
    const outcomes = await inWaves(intentions, submit, settings.underWay)
    const seconds = (performance.now() - started) / 1000
    await killing
    stage.proxy.setFaults({ rate: 0, conflictHoldMs: undefined, lateIndexMs: undefined })
    await sleep(500)
    const replays = await inWaves(intentions.filter(isSeldom), (intention) => client.submit(intention))
    const customers = shops.map(({ customerId }) => customerId)
    const orders = await storedOrders(stage.truth, customers)
    const broken = [
      ...lostOrInvented(orders, outcomes),
      ...unequalAnswers([...outcomes, ...replays].filter(({ status }) => status === 201)),
      ...(await brokenBooks(stage.truth, customers, orders)),
      ...(await brokenSupply(stage.truth, cycleId, scarce, settings.units, orders, outcomes)),
      ...repeatersWithoutOrder(outcomes),
      ...doubtersWithoutVerdict(outcomes),
    ]
    return { seconds, broken, outcomes, kills: stage.kills, faults: { ...stage.proxy.counts } }
  } finally {
    await stage.stop()
  }
}

type Shop = { customerId: CustomerId; cookie: string; part: 'repeater' | 'doubter' | 'taker' }

async function setTheScene({ truth }: Stage, settings: StormSettings) {
  await aCompany(truth)
  const cycleId = await aCycle(truth)
  const products = await someProducts(truth, [
    { code: 'SCARCE' },
    ...Array.from({ length: 5 }, (_, at) => ({ code: `PLENTY-${at}` })),
  ])
  const [scarce, ...plenty] = products
  if (!scarce) throw new Error('No product')
  await aRelease(truth, cycleId, {
    firstCome: [{ productId: scarce, quantity: settings.units }],
    shards: settings.shards,
  })
  const shops: Shop[] = []
  for (const part of ['repeater', 'doubter', 'taker'] as const) {
    for (let at = 0; at < settings[`${part}s`]; at++) {
      const customerId = await aCustomer(truth, `${part}-${at}`)
      shops.push({
        customerId,
        part,
        cookie: await aSession(truth, await aMember(truth, customerId), customerId),
      })
    }
  }
  return { shops, cycleId, scarce, plenty }
}

// What one shop submits stands together, so that it reaches both servers at the same time.
function intentionsOf(
  settings: StormSettings,
  shops: readonly Shop[],
  cycleId: CycleId,
  scarce: ProductId,
  plenty: ProductId[],
): Intention[] {
  return shops.flatMap((shop): Intention[] => {
    const lines = plenty.map((productId, at) => ({ productId, quantity: at + 1 }))
    const one = (key: string, asked = lines): Intention => ({
      ...shop,
      key: `${key} ${shop.customerId}`,
      cycleId,
      lines: asked,
    })
    if (shop.part === 'repeater') return Array.from({ length: settings.submitsAKey }, () => one('same'))
    if (shop.part === 'doubter') return [one('first'), one('second', lines.slice(0, 2))]
    return [one('taker', [{ productId: scarce, quantity: 1 }])]
  })
}

/** A shop that submits one key any number of times has its order in the end. */
function repeatersWithoutOrder(outcomes: readonly Outcome[]): string[] {
  const refused = outcomes.filter(
    ({ intention, status }) => intention.key.startsWith('same') && status !== 201,
  )
  return refused.map(({ intention, codes }) => `${intention.key} was refused: ${codes.join(' ')}`)
}

/** Of two keys in one cycle one is the order, and the other learns which it is. */
function doubtersWithoutVerdict(outcomes: readonly Outcome[]): string[] {
  const ofDoubters = outcomes.filter(({ intention }) => /^(first|second) /.test(intention.key))
  return [...Map.groupBy(ofDoubters, ({ intention }) => intention.customerId)].flatMap(
    ([customerId, both]) => {
      const isSettled =
        both.some(({ status }) => status === 201) &&
        both.some(({ codes }) => codes.includes('orders.already_ordered'))
      return isSettled
        ? []
        : [
            `${customerId} got ${both.map(({ status, codes }) => `${status} ${codes.join(' ')}`).join(' and ')}`,
          ]
    },
  )
}

async function killNowAndThen(stage: Stage, kills: number, random: () => number): Promise<void> {
  for (let count = 0; count < kills; count++) {
    await sleep(300 + random() * 900)
    if (count % 3 === 2) await stage.killDatabase()
    else await stage.killServer(count % stage.origins.length)
  }
}

const UNDER_WAY = 64
async function inWaves<Value, Answer>(
  values: readonly Value[],
  work: (value: Value) => Promise<Answer>,
  underWay = UNDER_WAY,
): Promise<Answer[]> {
  const answers: Answer[] = []
  const open = values[Symbol.iterator]()
  await Promise.all(
    Array.from({ length: underWay }, async () => {
      for (const value of open) answers.push(await work(value))
    }),
  )
  return answers
}

function isSeldom({ key }: Intention): boolean {
  return !key.startsWith('same')
}

function shuffled<Value>(values: readonly Value[], random: () => number): Value[] {
  return values
    .map((value) => ({ value, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ value }) => value)
}
