// The rule of the house: the rooms, whose doors each may use, and who may enter where. Tests hold the code to it.

/** The rooms, and the doors each may use. What must flow the other way flows as an event. */
export const rooms = {
  accounts: [],
  calendar: ['accounts', 'identity'],
  catalogue: ['accounts'],
  supply: [],
  identity: ['accounts'],
  orders: ['accounts', 'calendar', 'catalogue', 'supply', 'identity'],
  drafts: ['accounts', 'calendar', 'orders'],
  closings: ['accounts', 'calendar', 'orders', 'drafts'],
  progress: ['accounts', 'calendar', 'identity', 'orders', 'drafts', 'closings'],
  approvals: ['accounts', 'calendar', 'identity', 'orders'],
  objections: ['accounts', 'calendar', 'identity', 'orders'],
  oddities: ['accounts', 'calendar', 'identity', 'orders'],
  requests: ['accounts', 'identity'],
  company: ['accounts', 'calendar', 'catalogue', 'supply', 'identity', 'progress'],
  records: [
    'accounts',
    'approvals',
    'calendar',
    'catalogue',
    'drafts',
    'supply',
    'identity',
    'notifications',
    'objections',
    'oddities',
    'orders',
    'requests',
    'imports',
  ],
  imports: ['accounts', 'calendar', 'catalogue', 'supply', 'identity', 'orders'],
  exports: [
    'accounts',
    'calendar',
    'catalogue',
    'oddities',
    'identity',
    'orders',
    'progress',
    'requests',
    'imports',
    'notifications',
  ],
  notifications: [
    'accounts',
    'approvals',
    'calendar',
    'drafts',
    'identity',
    'objections',
    'oddities',
    'orders',
    'requests',
    'imports',
  ],
} as const satisfies Record<string, readonly string[]>

export type Zone = {
  /** Globs; `{room}` stands for any room. A file belongs to the first zone that fits it. */
  files: readonly string[]
  /** Zones whose values it may import; within a room those of its own room. */
  mayEnter: readonly string[]
  /** Zones of which it may import types alone. */
  typesOf?: readonly string[]
  /** May use the doors that the list of rooms allows (a room), or all of them. */
  doors?: 'allowed' | 'all'
  /** Single files of zones it may not enter otherwise. */
  also?: readonly string[]
}

const functionZones = [
  'entry',
  'door',
  'routes',
  'useCase',
  'store',
  'states',
  'rules',
  'platform',
  'http',
  'storage',
] as const

/** Every file lies in one zone; what a zone does not name, it may not import. */
export const zones = {
  schema: {
    files: [
      'shared/{room}.ts',
      'shared/paging.ts',
      'shared/prices.ts',
      'shared/spending.ts',
      'shared/order-tally.ts',
      'shared/demand.ts',
    ],
    mayEnter: ['schema', 'shared'],
  },
  shared: { files: ['shared/**'], mayEnter: ['shared'], typesOf: ['schema'] },
  lists: {
    files: ['functions/platform/storage/table.ts', 'functions/entry/entries.ts'],
    mayEnter: [],
  },
  web: { files: ['web/**'], mayEnter: ['web', 'lists', 'schema', 'shared'], typesOf: functionZones },
  newId: { files: ['functions/platform/new-id.ts'], mayEnter: ['shared'], typesOf: ['platform'] },
  entry: {
    files: ['functions/entry/**'],
    mayEnter: ['entry', 'lists', 'routes', 'platform', 'newId', 'http', 'storage', 'schema', 'shared'],
    doors: 'all',
  },
  http: {
    files: ['functions/platform/http/**'],
    mayEnter: ['http', 'platform', 'newId', 'storage', 'lists', 'schema', 'shared'],
  },
  storage: {
    files: ['functions/platform/storage/**'],
    mayEnter: ['storage', 'platform', 'newId', 'lists', 'schema', 'shared'],
  },
  platform: {
    files: ['functions/platform/**'],
    mayEnter: ['platform', 'newId', 'storage', 'lists', 'schema', 'shared'],
  },
  door: {
    files: ['functions/{room}/index.ts'],
    mayEnter: ['useCase', 'store', 'rules', 'states'],
    typesOf: ['platform'],
  },
  routes: {
    files: [
      'functions/{room}/{routes,route-table}.ts',
      'functions/{room}/*-routes.ts',
      'functions/{room}/*-route-table.ts',
    ],
    mayEnter: ['routes', 'useCase', 'platform', 'http', 'schema', 'shared'],
    typesOf: ['store', 'storage', 'rules', 'states'],
    doors: 'allowed',
  },
  accessPatterns: { files: ['functions/{room}/access-patterns.ts'], mayEnter: ['storage'] },
  store: {
    files: ['functions/{room}/*-store.ts'],
    mayEnter: ['store', 'accessPatterns', 'rules', 'states', 'storage', 'newId', 'schema', 'shared'],
    typesOf: ['platform'],
  },
  rules: {
    files: ['functions/{room}/*-rules.ts'],
    mayEnter: ['rules', 'states', 'shared'],
    typesOf: ['schema', 'store'],
  },
  states: { files: ['functions/{room}/*-states.ts'], mayEnter: ['shared'], typesOf: ['schema'] },
  useCase: {
    files: ['functions/{room}/**'],
    mayEnter: ['useCase', 'store', 'rules', 'states', 'platform', 'newId', 'storage', 'schema', 'shared'],
    doors: 'allowed',
  },
  aws: { files: ['infra/aws/**'], mayEnter: ['aws', 'lists', 'shared', 'schema'] },
  seedLoad: {
    files: ['infra/local/seed/load-*.ts'],
    mayEnter: ['local', 'seedLoad', 'entry', 'lists', 'platform', 'newId', 'storage', 'schema', 'shared'],
    doors: 'all',
  },
  local: {
    files: ['infra/local/**'],
    mayEnter: ['local', 'seedLoad', 'entry', 'lists', 'schema', 'shared'],
    typesOf: ['platform'],
    also: ['functions/platform/start-world.ts', 'functions/platform/storage/{create-table,dynamo-table}.ts'],
  },
} as const satisfies Record<string, Zone>

export type ZoneName = keyof typeof zones

/** Packages that only some zones may know; every other package is free. */
export const packages = {
  hono: { names: ['hono', '@hono'], knownTo: ['routes', 'http', 'entry', 'local', 'web'] },
  'AWS SDK': { names: ['@aws-sdk', '@smithy'], knownTo: ['platform', 'storage', 'local', 'aws'] },
  CDK: { names: ['aws-cdk-lib', 'constructs', 'cdk-nag'], knownTo: ['aws'] },
  zod: {
    names: ['zod', '@hono/zod-openapi'],
    knownTo: [
      'schema',
      'web',
      'entry',
      'http',
      'storage',
      'platform',
      'routes',
      'store',
      'useCase',
      'local',
      'seedLoad',
    ],
  },
} as const satisfies Record<string, { names: readonly string[]; knownTo: readonly ZoneName[] }>
