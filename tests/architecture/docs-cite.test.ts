import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { citedPaths } from './cited-paths.ts'
import { root } from './stored-patterns.ts'

function exists(path: string): boolean {
  if (existsSync(join(root, path))) return true
  return /[*{]/.test(path) && globSync(path.replace(/\{\w+\}|<[\w-]+>/g, '*'), { cwd: root }).length > 0
}

test('documents and comments cite only paths that exist', () => {
  const documents = globSync(
    ['*.md', '{functions,infra,shared,web,tests}/**/*.{md,ts,tsx,astro,mjs}', '*.ts'],
    {
      cwd: root,
      exclude: (path) => path.includes('node_modules'),
    },
  ).filter((path) => path !== 'CHANGELOG.md')
  const dead = documents.flatMap((document) =>
    citedPaths(document, readFileSync(join(root, document), 'utf8'))
      .filter((path) => !exists(path))
      .map((path) => `${document} cites ${path}`),
  )
  expect(dead).toEqual([])
})

test('paths are found in prose, code and comments', () => {
  expect(citedPaths('README.md', 'See `functions/orders/` and infra/local/start.ts.')).toEqual([
    'functions/orders/',
    'infra/local/start.ts',
  ])
  expect(citedPaths('a.ts', "// as in shared/money.ts\nconst x = 'web/gone.ts'")).toEqual(['shared/money.ts'])
  expect(citedPaths('README.md', 'https://example.com/shared/thing and/or tests/second')).toEqual([])
})
