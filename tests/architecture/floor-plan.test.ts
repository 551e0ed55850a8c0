import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rooms } from '../../floor-plan.ts'
import { cruiseHouse, type House } from './cruise-house.ts'
import { zoneOf } from './floor-plan-rules.ts'

const root = join(import.meta.dirname, '../..')

describe('this house', () => {
  let house: House
  beforeAll(async () => {
    house = await cruiseHouse(root)
  }, 240_000)

  test('nobody enters where the plan forbids it', () => {
    expect(house.breaches.map(({ rule, from, to }) => `${from} → ${to} (${rule})`)).toEqual([])
  })

  test('every source file lies in a zone', () => {
    expect(house.files.length).toBeGreaterThan(100)
    expect(house.files.filter((path) => zoneOf(path) === undefined)).toEqual([])
  })

  test('the plan lists every room that exists', () => {
    const folders = readdirSync(join(root, 'functions'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    )
    const built = folders.map(({ name }) => name).filter((name) => name !== 'entry' && name !== 'platform')
    expect(Object.keys(rooms).sort()).toEqual(built.sort())
  })

  test('no two rooms import each other', () => {
    const doors: Readonly<Record<string, readonly string[]>> = rooms
    const mutual = Object.entries(doors).flatMap(([room, open]) =>
      open.filter((other) => doors[other]?.includes(room)),
    )
    expect(mutual).toEqual([])
  })
})

const planted: ReadonlyArray<[kind: string, from: string, code: string, rule: string]> = [
  ['a room at a closed door', 'functions/supply/ask-orders.ts', "import '#orders'", 'closed doors of supply'],
  [
    'a room behind a door',
    'functions/orders/read-account.ts',
    "import '../accounts/customer-store.ts'",
    'useCase: values',
  ],
  [
    'a type from behind a door',
    'functions/orders/see-account.ts',
    "import type {} from '../accounts/customer-store.ts'",
    'useCase: types',
  ],
  ['a route at a store', 'functions/accounts/routes.ts', "import './customer-store.ts'", 'routes: values'],
  ['a use case at a route', 'functions/accounts/get-customer.ts', "import './routes.ts'", 'useCase: values'],
  [
    'a use case at access patterns',
    'functions/accounts/list-customers.ts',
    "import './access-patterns.ts'",
    'useCase: values',
  ],
  [
    'a use case that knows HTTP',
    'functions/accounts/answer-http.ts',
    "import '#platform/http/room'",
    'useCase: values',
  ],
  [
    'a store at a use case',
    'functions/accounts/customer-store.ts',
    "import './get-customer.ts'",
    'store: values',
  ],
  ['rules at a store', 'functions/accounts/credit-rules.ts', "import './customer-store.ts'", 'rules: values'],
  ['rules at the platform', 'functions/accounts/hold-rules.ts', "import '#platform/world'", 'rules: values'],
  ['the platform in a room', 'functions/platform/world.ts', "import '#accounts'", 'platform: values'],
  [
    'an entry past the door',
    'functions/entry/api.ts',
    "import '../accounts/get-customer.ts'",
    'entry: values',
  ],
  ['shared in functions', 'shared/money.ts', "import '../functions/platform/world.ts'", 'shared: values'],
  ['plain shared at a schema', 'shared/order-rules.ts', "import './orders.ts'", 'shared: values'],
  ['zod in plain shared', 'shared/time.ts', "import 'zod'", 'who knows zod'],
  ['web in functions by value', 'web/src/basket.ts', "import '../../functions/entry/api.ts'", 'web: values'],
  [
    'a page in functions by value',
    'web/src/pages/home.astro',
    "---\nimport { api } from '../../../functions/entry/api.ts'\n---",
    'web: values',
  ],
  ['Hono in a use case', 'functions/accounts/greet.ts', "import 'hono'", 'who knows hono'],
  ['Hono in the platform outside HTTP', 'functions/platform/log.ts', "import 'hono'", 'who knows hono'],
  [
    'the AWS SDK in a store',
    'functions/accounts/unit-store.ts',
    "import '@aws-sdk/client-dynamodb'",
    'who knows AWS SDK',
  ],
  [
    'the AWS SDK in an entry',
    'functions/entry/api-handler.ts',
    "import '@aws-sdk/client-s3'",
    'who knows AWS SDK',
  ],
  ['CDK outside infra/aws', 'infra/local/start.ts', "import 'aws-cdk-lib'", 'who knows CDK'],
  ['infra/aws in a room', 'infra/aws/api.ts', "import '#accounts'", 'aws: values'],
  ['infra/local at a door', 'infra/local/mailbox.ts', "import '#accounts'", 'local: values'],
  ['infra/local in the platform', 'infra/local/files.ts', "import '#platform/world'", 'local: values'],
  [
    'source in tests',
    'functions/accounts/fake.ts',
    "import '#tests/support/fake-world'",
    'nobody imports tests',
  ],
  [
    'source at the floor plan',
    'functions/accounts/plan.ts',
    "import '../../floor-plan.ts'",
    'only tests read the floor plan',
  ],
  [
    'an import that leads nowhere',
    'functions/accounts/lost.ts',
    "import './gone.ts'",
    'every import leads somewhere',
  ],
  ['a cycle', 'functions/calendar/current-cycle.ts', "import './list-cycles.ts'", 'no cycles'],
]

const allowed: ReadonlyArray<[from: string, code: string]> = [
  ['functions/orders/place-order.ts', "import '#accounts'"],
  ['functions/orders/routes.ts', "import './place-order.ts'\nimport 'hono'"],
  ['functions/orders/head-store.ts', "import './access-patterns.ts'\nimport 'zod'"],
  ['functions/entry/schedule.ts', "import '#orders'\nimport '../orders/routes.ts'"],
  ['web/src/ask.ts', "import type {} from '../../functions/entry/api.ts'"],
  [
    'web/src/pages/order.astro',
    "---\nimport type { Api } from '../../../functions/entry/api.ts'\nimport '#shared/orders'\n---",
  ],
  ['infra/local/seed/load-company.ts', "import '#accounts'"],
  ['infra/local/keep.ts', "import type {} from '../../functions/platform/files.ts'"],
  ['infra/aws/table.ts', "import 'aws-cdk-lib'\nimport '../../functions/platform/storage/table.ts'"],
]

const bystanders = [
  'functions/accounts/index.ts',
  'functions/accounts/access-patterns.ts',
  'functions/calendar/list-cycles.ts',
  'functions/orders/index.ts',
  'functions/orders/access-patterns.ts',
  'functions/platform/files.ts',
  'functions/platform/http/room.ts',
  'functions/platform/storage/table.ts',
  'shared/orders.ts',
  'tests/support/fake-world.ts',
  'floor-plan.ts',
]

describe('a house with planted breaches', () => {
  const folder = mkdtempSync(join(tmpdir(), 'house-'))
  let house: House

  beforeAll(async () => {
    const put = (path: string, code: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), `${code}\n`)
    }
    const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    put('package.json', JSON.stringify({ type: 'module', imports }))
    for (const path of bystanders) put(path, 'export const here = true')
    for (const [path, code] of allowed) put(path, code)
    for (const [, path, code] of planted) put(path, code)
    put('functions/calendar/list-cycles.ts', "import './current-cycle.ts'")
    house = await cruiseHouse(folder)
  }, 240_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  test.each(planted)('%s is found', (_, from, __, rule) => {
    expect(house.breaches.filter((breach) => breach.from === from).map((breach) => breach.rule)).toContain(
      rule,
    )
  })

  test('what the plan allows is not found', () => {
    const innocent = new Set<string>([...allowed.map(([from]) => from), ...bystanders])
    expect(house.breaches.filter(({ from, rule }) => innocent.has(from) && rule !== 'no cycles')).toEqual([])
  })
})
