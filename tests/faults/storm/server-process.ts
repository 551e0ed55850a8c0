// One server process of a storm: the real API and workers over whatever database the environment names.
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { startWorld } from '#platform/start-world'
import type { World } from '#platform/world'
import { createApi } from '../../../functions/entry/api.ts'
import { startWorkers } from '../../../infra/local/workers.ts'
import { isPlant, planted } from './planted-bugs.ts'
import { withReservations } from './reservation-form.ts'

const noFiles: World['files'] = {
  uploadUrl: async () => '',
  downloadUrl: async () => '',
  read: async () => undefined,
  write: async () => undefined,
}

const plain = startWorld(process.env, () => noFiles)
plain.log = { ...plain.log, info: () => undefined, warn: () => undefined }
const plant = process.env.PLANT
const formed = process.env.COUNTER_FORM === 'reservation' ? withReservations(plain) : plain
const { world, listen } =
  plant && isPlant(plant) ? planted(plain, plant) : { world: formed, listen: undefined }
const answer = getRequestListener(createApi(world).fetch)
const server = createServer((request, response) => {
  listen?.(request)
  void answer(request, response)
})
process.stdout.on('error', () => process.exit(1))
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'))
startWorkers(world)
