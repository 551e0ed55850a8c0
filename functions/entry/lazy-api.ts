// The API that loads its rooms as they are asked for: what a cold start on Lambda is made of.
import type { PortalEnv } from '#platform/http/context'
import type { World } from '#platform/world'
import { type RoomName, roomLoaders } from './room-loaders.ts'
import { roomPaths } from './room-paths.ts'

type Fetch = (request: Request, env?: unknown) => Response | Promise<Response>

/** Answers requests like `createApi(world)`, loading only the rooms whose paths fit. */
export function createLazyApi(world: World): Fetch {
  const opened = new Map<string, Promise<Fetch>>()
  return async (request, env) => {
    const names = roomsOf(new URL(request.url).pathname)
    const name = names.join()
    const fetch = opened.get(name) ?? openRooms(world, names)
    opened.set(name, fetch)
    return (await fetch)(request, env)
  }
}

/** The rooms that a path may belong to; none for what no room answers. */
export function roomsOf(pathname: string): RoomName[] {
  const asked = pathname.replace(/^\/api/, '').split('/')
  const names = Object.keys(roomPaths).filter((name): name is RoomName => Object.hasOwn(roomLoaders, name))
  return names.filter((name) => roomPaths[name].some((path) => fits(path.split('/'), asked)))
}

function fits(path: readonly string[], asked: readonly string[]): boolean {
  return path.length === asked.length && path.every((part, at) => part.startsWith(':') || part === asked[at])
}

async function openRooms(world: World, names: readonly RoomName[]): Promise<Fetch> {
  if (names.length === 0) return (await import('./api.ts')).createApi(world).fetch
  const [{ OpenAPIHono: Rooms }, { frameRooms }] = await Promise.all([
    import('@hono/zod-openapi'),
    import('./api-frame.ts'),
  ])
  const rooms = new Rooms<PortalEnv>()
  for (const name of names) rooms.route('/', await roomLoaders[name]())
  return frameRooms(world, rooms).fetch
}
