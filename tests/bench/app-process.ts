// The API as one server process: what the bench measures.
import { startWorld } from '#platform/start-world'
import { createApi } from '../../functions/entry/api.ts'
import { serveBench } from './serve-bench.ts'

const world = startWorld(process.env)
world.log = { ...world.log, info: () => undefined }
serveBench(createApi(world).fetch)
