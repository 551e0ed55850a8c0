import { defineConfig } from 'vitest/config'

// They read and write whole files and kill processes: too long for what is run before each commit.
const filesInAndOut = [
  'tests/{imports,exports}/!(*-rules|*-cells).test.ts',
  'tests/platform/sheets.test.ts',
  'tests/catalogue/pictures.test.ts',
]
// Chance and the machine decide when processes meet: a measure of the storm itself, and no gate.
const plantedBugs = 'tests/faults/planted-bugs.test.ts'
const lighthouse = 'tests/journeys/lighthouse.test.ts'
const slow = { testTimeout: 300_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    maxConcurrency: 2,
    reporters: ['default', './tests/support/closing-line.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/*/*.test.ts'],
          exclude: [
            'tests/{access,architecture,bench,faults,infra,journeys,real-input,web}/**',
            ...filesInAndOut,
          ],
          globalSetup: './tests/support/global-database.ts',
          // Every file has a table of its own, and modules keep nothing: loading them once a worker is enough.
          isolate: false,
          ...slow,
        },
      },
      {
        test: {
          name: 'house',
          include: ['tests/architecture/*.test.ts'],
          globalSetup: './tests/support/global-database.ts',
          ...slow,
        },
      },
      {
        test: {
          name: 'files',
          include: filesInAndOut,
          globalSetup: './tests/support/global-database.ts',
          ...slow,
        },
      },
      { test: { name: 'web', include: ['tests/web/*.test.{ts,tsx}'], ...slow } },
      {
        test: {
          name: 'access',
          include: ['tests/access/*.test.ts'],
          globalSetup: './tests/support/global-database.ts',
          ...slow,
        },
      },
      { test: { name: 'infra', include: ['tests/infra/*.test.ts'], ...slow } },
      {
        test: {
          name: 'faults',
          include: ['tests/faults/*.test.ts'],
          exclude: [plantedBugs],
          ...slow,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'real-input',
          include: ['tests/real-input/*.test.ts'],
          globalSetup: './tests/support/global-database.ts',
          ...slow,
        },
      },
      {
        test: {
          name: 'bench',
          include: ['tests/bench/*.test.ts', plantedBugs],
          ...slow,
          fileParallelism: false,
        },
      },
      { test: { name: 'journeys', include: ['tests/journeys/*.test.ts'], exclude: [lighthouse], ...slow } },
      // By itself, for it tells how fast a page is.
      { test: { name: 'lighthouse', include: [lighthouse], ...slow, fileParallelism: false } },
    ],
  },
})
