import { defineConfig } from 'vitest/config'

// Only what a pencil could do: no database, so that thousands of mutants take minutes.
export default defineConfig({
  test: {
    include: ['tests/*/*-rules.test.ts'],
    setupFiles: ['tests/mutation/first-counterexample.ts'],
    isolate: false,
  },
})
