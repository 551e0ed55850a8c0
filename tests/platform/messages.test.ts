import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from '#platform/config'
import { createSendSms } from '#platform/messages'

const sms = { id: 'msg_1', to: '+8613800000001', text: '123456' }
const asked: string[] = []
let server: Server
let origin = ''

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url === '/moved') response.writeHead(307, { location: '/elsewhere' })
    else response.statusCode = request.url === '/full' ? 503 : 204
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

function sendTo(path: string): Promise<void> {
  return createSendSms(readConfig({ SMS_URL: `${origin}${path}` }))(sms)
}

it('a code follows no gateway elsewhere', async () => {
  await expect(sendTo('/moved')).rejects.toThrow()
  expect(asked).toEqual(['/moved'])
})

it('a gateway that takes nothing is no success', async () => {
  await expect(sendTo('/full')).rejects.toThrow('503')
  await expect(sendTo('/open')).resolves.toBeUndefined()
})
