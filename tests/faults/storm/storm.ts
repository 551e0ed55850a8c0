import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { cycleIdOf, saveCycle, storedCycle } from '#calendar'
import type { World } from '#platform/world'
import type { CycleId } from '#shared/ids'
import { addDays, addSeconds, instantOf } from '#shared/time'
import { randomOf } from '../../support/seeded-chance.ts'
import { createClient, type Intention, type Outcome } from './client.ts'
import {
  brokenBooks,
  brokenClosing,
  brokenSupply,
  lostOrInvented,
  storedOrders,
  unequalAnswers,
} from './invariants.ts'
import { playsOf, type Shop, unfinishedPlays } from './plays.ts'
import { type Cast, setTheScene } from './scene.ts'
import { openStage, type Stage, type StageSettings } from './stage.ts'

export type StormSettings = StageSettings &
  Partial<Cast> & {
    /** Pieces of the scarce product, and shards of its counter where not the product's own number. */
    units: number
    shards?: number
    submitsAKey?: number
    /** Rounds in which two devices change an order. */
    changes?: number
    kills: number
    /** Milliseconds from one kill to the next, between these. */
    killEvery?: readonly [number, number]
    /** Submits under way at once. */
    underWay?: number
    /** Hears what comes next. */
    tell?: (phase: string) => void
  }

export type StormReport = {
  seconds: number
  broken: string[]
  outcomes: Outcome[]
  /** Orders that stand in the database. */
  stored: number
  kills: Stage['kills']
  faults: Record<string, number | undefined>
}

const UNDER_WAY = 64
const KILL_EVERY = [300, 1200] as const
/** The cut-off comes so long after the rush, and stragglers come in twice that time. */
const LAST_MINUTE_MILLISECONDS = 4000
const CLOSING_PATIENCE_MILLISECONDS = 600_000

const noOne: Cast = {
  orderers: 0,
  repeaters: 0,
  doubters: 0,
  takers: 0,
  changers: 0,
  cancellers: 0,
  planners: 0,
  stragglers: 0,
}

/** Lets shops order in a storm, then holds what was told against what is stored. */
export async function runStorm(settings: StormSettings): Promise<StormReport> {
  const cast = { ...noOne, ...settings }
  const tell = settings.tell ?? (() => undefined)
  tell('setting the scene')
  const stage = await openStage(settings)
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  try {
    const { market, shops } = await setTheScene(stage.truth, { ...settings, cast })
    const random = randomOf(settings.seed)
    const outcomes: Outcome[] = []
    const { origins } = stage
    const ledgerFile = join(folder, 'ledger.jsonl')
    const submit = createClient({ origins, ledgerFile, random, underWay: settings.underWay ?? UNDER_WAY })
    const told = async (intention: Intention) => {
      const outcome = await submit(intention)
      outcomes.push(outcome)
      return outcome
    }
    const plays = playsOf({
      submitsAKey: settings.submitsAKey ?? 0,
      changes: settings.changes ?? 0,
      lateMilliseconds: () => random() * 2 * LAST_MINUTE_MILLISECONDS,
    })
    const play = (of: readonly Shop[]) => Promise.all(of.map((shop) => plays[shop.part](shop, market, told)))
    tell('the rush')
    const started = performance.now()
    const killing = killNowAndThen(stage, settings, random)
    const isLate = ({ part }: Shop) => part === 'straggler'
    const hasClosing = cast.planners + cast.stragglers > 0
    await play(
      shuffled(
        shops.filter((shop) => !isLate(shop)),
        random,
      ),
    )
    if (hasClosing) {
      tell('the cut-off')
      await closeSoon(stage.truth, market.cycleId)
      await play(shops.filter(isLate))
    }
    const seconds = (performance.now() - started) / 1000
    await killing
    tell('the closing')
    if (hasClosing) await untilClosed(stage.truth, market.cycleId)
    stage.proxy.setFaults({ rate: 0, conflictHoldMs: undefined, lateIndexMs: undefined })
    await sleep(500)
    if (hasClosing) await closeNextDay(stage.truth, market.cycleId)
    tell('every key once more')
    const replays = await Promise.all(oncePerKey(outcomes).map(submit))
    tell('the books')
    const customers = shops.map(({ customerId }) => customerId)
    const orders = await storedOrders(stage.truth, customers)
    const broken = [
      ...lostOrInvented(orders, outcomes),
      ...unequalAnswers([...outcomes, ...replays]),
      ...unfinishedPlays(outcomes),
      ...(await brokenBooks(stage.truth, customers, orders)),
      ...(await brokenSupply(stage.truth, market, settings.units, orders, outcomes)),
      ...doubtersWithoutVerdict(outcomes),
      ...(hasClosing ? await brokenClosing(stage.truth, market.cycleId, shops, orders) : []),
    ]
    return {
      seconds,
      broken,
      outcomes,
      stored: orders.length,
      kills: stage.kills,
      faults: { ...stage.proxy.counts },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
    await stage.stop()
  }
}

/** The cut-off of the cycle comes in a moment: set past the rule that changes are made ahead. */
async function closeSoon(truth: World, cycleId: CycleId): Promise<void> {
  const { version: _, ...cycle } = await storedCycle(truth.table, cycleId)
  const closesAt = addSeconds(instantOf(Date.now()), LAST_MINUTE_MILLISECONDS / 1000)
  await saveCycle(truth, { ...cycle, closesAt, isReminded: true })
}

/** The next day is closed too, and nobody ordered: a draft that was ordered before would be ordered twice. */
async function closeNextDay(truth: World, cycleId: CycleId): Promise<void> {
  const { batch, date, closesAt } = await storedCycle(truth.table, cycleId)
  const now = instantOf(Date.now())
  const window = { opensAt: closesAt, closesAt: now, isReminded: true } as const
  const next = { batch, date: addDays(date, 1), ...window }
  await saveCycle(truth, next)
  await untilClosed(truth, cycleIdOf(next))
}

async function untilClosed(truth: World, cycleId: CycleId): Promise<void> {
  const late = performance.now() + CLOSING_PATIENCE_MILLISECONDS
  while (performance.now() < late) {
    if ((await storedCycle(truth.table, cycleId)).phase === 'closed') return
    await sleep(250)
  }
}

/** Of two keys in one cycle one is the order, and the other learns which it is. */
function doubtersWithoutVerdict(outcomes: readonly Outcome[]): string[] {
  const byShop = Map.groupBy(
    outcomes.filter(({ intention }) => /^(first|second) /.test(intention.key)),
    ({ intention }) => intention.key.split(' ')[1],
  )
  return [...byShop].flatMap(([customerId, both]) => {
    const isSettled =
      both.some(({ status }) => status === 201) &&
      both.some(({ codes }) => codes.includes('orders.already_ordered'))
    const said = both.map(({ status, codes }) => `${status} ${codes.join(' ')}`).join(' and ')
    return isSettled ? [] : [`${customerId} got ${said}`]
  })
}

/** Every meaning that was told to be done, to be asked once more. */
function oncePerKey(outcomes: readonly Outcome[]): Intention[] {
  const done = outcomes.filter(({ status, intention }) => status === 201 && intention.what === 'place')
  return [...new Map(done.map(({ intention }) => [intention.key, intention])).values()]
}

async function killNowAndThen(stage: Stage, { kills, killEvery }: StormSettings, random: () => number) {
  const [least, most] = killEvery ?? KILL_EVERY
  for (let count = 0; count < kills; count++) {
    await sleep(least + random() * (most - least))
    if (count % 3 === 2) await stage.killDatabase()
    else await stage.killServer(count % stage.origins.length)
  }
}

/** Shops in an order drawn by chance; what one shop submits stands together, so that it meets itself at both servers. */
function shuffled<Value>(values: readonly Value[], random: () => number): Value[] {
  return values
    .map((value) => ({ value, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ value }) => value)
}
