// Writes a use case with its test and its route: `npm run new -- <room> <verb-noun>`.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { rooms } from '../../floor-plan.ts'

export type Written = { files: string[]; isRoomNew: boolean }

/** Writes the three pieces below `root`; throws one line when the names do not fit or the use case exists. */
export function newUseCase(root: string, room: string, verbNoun: string): Written {
  if (!Object.hasOwn(rooms, room))
    throw new Error(`The floor plan has no room ${room}. Rooms: ${Object.keys(rooms).join(', ')}`)
  if (!/^[a-z]+(?:-[a-z]+)+$/.test(verbNoun))
    throw new Error(`Say it as verb and noun, as place-order; not ${verbNoun}`)
  const useCase = `functions/${room}/${verbNoun}.ts`
  const routes = `functions/${room}/routes.ts`
  const test = `tests/${room}/${verbNoun}.test.ts`
  if (existsSync(join(root, useCase))) throw new Error(`${useCase} exists already`)
  const isRoomNew = !existsSync(join(root, routes))
  const before = isRoomNew ? roomWithoutRoutes(room) : readFileSync(join(root, routes), 'utf8')
  put(root, useCase, textOfUseCase(verbNoun))
  put(root, test, textOfTest(verbNoun))
  put(root, routes, withRoute(before, room, verbNoun))
  const files = [useCase, test, routes]
  const biome = join(import.meta.dirname, '../../node_modules/@biomejs/biome/bin/biome')
  execFileSync(process.execPath, [biome, 'check', '--write', '--vcs-enabled=false', ...files], {
    cwd: root,
    stdio: 'pipe',
  })
  return { files, isRoomNew }
}

function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

function textOfUseCase(verbNoun: string): string {
  const [name, type] = [camel(verbNoun), pascal(verbNoun)]
  return `import { type Actor, markOf } from '#platform/actor'
import type { World } from '#platform/world'

export type ${type}Input = { note: string }

/** Says what it does; throws what it refuses. */
export async function ${name}(world: World, actor: Actor, input: ${type}Input): Promise<${type}Input> {
  world.log.info('${sentence(verbNoun)}', { by: markOf(actor).id })
  return input
}
`
}

function textOfTest(verbNoun: string): string {
  const what = sentence(verbNoun)
  return `import { test } from 'vitest'

test.todo('a person may ${what} and it is kept')
test.todo('${what} refuses bad input with its field')
test.todo('${what} refuses the wrong person and writes nothing')
`
}

function roomWithoutRoutes(room: string): string {
  return `import { createRoom } from '#platform/http/room'\n\nexport const ${room}Routes = createRoom()\n`
}

function withRoute(before: string, room: string, verbNoun: string): string {
  const name = camel(verbNoun)
  const route = `const ${name}Route = createRoute({
  method: 'post',
  path: '/${room}/${verbNoun}',
  summary: '${sentence(verbNoun, true)}',
  tags: ['${pascal(room)}'],
  ...allows({ staff: ['administrator'], scope: { company: true } }),
  request: { body: json(z.object({ note: z.string() })) },
  responses: { 200: answers(z.object({ note: z.string() }), 'What was done') },
})

`
  const call = `createRoom().openapi(${name}Route, async (context) =>
  context.json(await ${name}(context.get('world'), context.get('actor'), context.req.valid('json')), 200),
)`
  const start = before.indexOf('export const ')
  if (start < 0 || !before.includes('createRoom()'))
    throw new Error(`functions/${room}/routes.ts has no createRoom() to hang a route on`)
  const code = `${before.slice(0, start)}${route}${before.slice(start)}`.replace('createRoom()', call)
  const wanted = [
    ['createRoute', '@hono/zod-openapi'],
    ['allows', '#platform/http/authorize'],
    ['answers', '#platform/http/room'],
    ['json', '#platform/http/room'],
    [name, `./${verbNoun}.ts`],
  ] as const
  const withZod = /import \* as z from 'zod'/.test(code) ? code : `import * as z from 'zod'\n${code}`
  return wanted.reduce((text, [imported, from]) => withImport(text, imported, from), withZod)
}

function withImport(code: string, name: string, from: string): string {
  const present = code.match(new RegExp(`import \\{([^}]*)\\} from '${from}'`))
  if (!present) return `import { ${name} } from '${from}'\n${code}`
  if (new RegExp(`\\b${name}\\b`).test(present[1] ?? '')) return code
  return code.replace(present[0], `import { ${name},${present[1]}} from '${from}'`)
}

function pascal(kebab: string): string {
  return kebab.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function camel(kebab: string): string {
  return kebab.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function sentence(kebab: string, isCapital = false): string {
  const words = kebab.replaceAll('-', ' ')
  return isCapital ? words.charAt(0).toUpperCase() + words.slice(1) : words
}

if (import.meta.main) {
  const [room = '', verbNoun = ''] = process.argv.slice(2)
  try {
    const { files, isRoomNew } = newUseCase(process.cwd(), room, verbNoun)
    console.log(files.join('\n'))
    if (isRoomNew) console.log(`Mount ${room}Routes in functions/entry/api.ts.`)
  } catch (error) {
    console.error(`npm run new -- <room> <verb-noun>: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}
