import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newUseCase } from '../support/new-use-case.ts'
import { root } from './stored-patterns.ts'

const folder = mkdtempSync(join(tmpdir(), 'scaffold-'))
const written: string[] = []

beforeAll(() => {
  for (const part of ['functions', 'shared', 'package.json', 'tsconfig.json', 'biome.json']) {
    cpSync(join(root, part), join(folder, part), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  rmSync(join(folder, 'functions/supply/routes.ts'), { force: true })
  for (const [room, verbNoun] of [
    ['accounts', 'archive-customer'],
    ['supply', 'withdraw-release'],
  ] as const) {
    written.push(...newUseCase(folder, room, verbNoun).files)
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

test('a new use case brings its test and route', () => {
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')
  expect(read('functions/accounts/archive-customer.ts')).toContain('export async function archiveCustomer(')
  expect(read('tests/accounts/archive-customer.test.ts')).toContain(
    "test.todo('archive customer refuses the wrong person",
  )
  expect(read('functions/accounts/routes.ts')).toContain('.openapi(archiveCustomerRoute')
  expect(read('functions/supply/routes.ts')).toContain(
    'export const supplyRoutes = createRoom().openapi(withdrawReleaseRoute',
  )
})

test('what is written passes types', { timeout: 60_000 }, () => {
  const compilerOptions = {
    composite: false,
    emitDeclarationOnly: false,
    noEmit: true,
    lib: ['es2024', 'dom', 'esnext.iterator'],
  }
  const include = written.map((path) => join(folder, path))
  writeFileSync(
    join(folder, 'tsconfig.new.json'),
    JSON.stringify({ extends: './tsconfig.json', compilerOptions, files: include, references: [] }),
  )
  const compiler = join(root, 'node_modules/typescript-7/bin/tsc')
  const output = runQuietly(compiler, '--noEmit', '-p', join(folder, 'tsconfig.new.json'))
  expect(output).toBe('')
})

test('what is written passes format and lint', { timeout: 60_000 }, () => {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  expect(runQuietly(biome, 'check', '--vcs-enabled=false', '--error-on-warnings', ...written)).toMatch(
    /^Checked \d+ files? in [^\n]*No fixes applied\.$/,
  )
})

test('an unknown room or odd name is refused', () => {
  expect(() => newUseCase(folder, 'kitchen', 'cook-meal')).toThrow('no room kitchen')
  expect(() => newUseCase(folder, 'accounts', 'CustomerHelper')).toThrow('verb and noun')
  expect(() => newUseCase(folder, 'accounts', 'archive-customer')).toThrow('exists already')
})

function runQuietly(script: string, ...parts: string[]): string {
  try {
    return execFileSync(process.execPath, [script, ...parts], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim()
  } catch (error) {
    // What a failed child printed lies on the error that execFileSync throws.
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    return `${stdout}${stderr}`
  }
}
