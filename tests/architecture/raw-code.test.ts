import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './stored-patterns.ts'

const everywhere = ['functions', 'shared', 'web', 'infra']

/** What no line of the source may do, and where that counts. */
const forbidden = {
  'text run as code': {
    where: everywhere,
    sign: /\beval\s*\(|\bnew Function\b|\bset(?:Timeout|Interval)\(\s*['"`]/,
  },
  'markup put into a page unescaped': {
    where: ['web'],
    sign: /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|set:html/,
  },
  'a program started from a request': { where: ['functions', 'shared', 'web'], sign: /node:child_process/ },
  'a message of any window listened to': {
    where: ['web/src'],
    sign: /addEventListener\(\s*'message'|\bonmessage\b/,
  },
  'a broken hash': { where: everywhere, sign: /create(?:Hash|Hmac)\(\s*'(?:md|sha-?1)/i },
  'a certificate that is not checked': { where: everywhere, sign: /rejectUnauthorized|NODE_TLS_REJECT/ },
} as const

/** `path: what it does` for each line of a text that does what none may. */
function found(path: string, text: string): string[] {
  return Object.entries(forbidden).flatMap(([name, { where, sign }]) =>
    where.some((folder) => path.startsWith(`${folder}/`)) && sign.test(text) ? [`${path}: ${name}`] : [],
  )
}

test('no source runs text, trusts markup or skips checks', () => {
  const paths = globSync('{functions,shared,web,infra}/**/*.{ts,tsx,astro,js,mjs}', { cwd: root })
  expect(paths.length).toBeGreaterThan(500)
  expect(paths.flatMap((path) => found(path, readFileSync(join(root, path), 'utf8')))).toEqual([])
})

test.each([
  ['functions/a.ts', 'eval (x)', 'text run as code'],
  ['shared/a.ts', 'new Function(x)', 'text run as code'],
  ['web/src/a.tsx', '<p dangerouslySetInnerHTML={x} />', 'markup put into a page unescaped'],
  ['functions/a.ts', "import { exec } from 'node:child_process'", 'a program started from a request'],
  ['web/src/a.ts', "addEventListener('message', take)", 'a message of any window listened to'],
  ['infra/a.ts', "createHash('md5')", 'a broken hash'],
  ['infra/a.ts', '{ rejectUnauthorized: false }', 'a certificate that is not checked'],
])('in %s the line %j is found', (path, line, name) => {
  expect(found(path, line)).toEqual([`${path}: ${name}`])
})
