// The frame of a server under measurement: it listens, says where, and answers what processor time it has used.
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'

/** Serves `fetch` on a free port of this machine. */
export function serveBench(fetch: (request: Request) => Response | Promise<Response>): void {
  const server = createServer(getRequestListener(fetch))
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.send?.(typeof address === 'object' && address ? address.port : 0)
  })
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.((user + system) / 1000)
  })
}
