// Lets three shops of the demonstration ask for a change, one of each kind, for staff to decide.
import { Jimp } from 'jimp'
import { membersOfCustomer } from '#identity'
import type { World } from '#platform/world'
import { askForChange, uploadKey } from '#requests'
import type { CustomerId } from '../../../shared/ids.ts'
import type { AskForChange } from '../../../shared/requests.ts'
import { addDays, businessDateOf } from '../../../shared/time.ts'
import type { Company } from './demonstration-company.ts'

const seeder = { kind: 'system', name: 'demonstration' } as const
const UPLOAD = 'DEMONSTRATION000'
const FIVE_YEARS_DAYS = 5 * 365

/** Asks in the name of the owners of the customer that is shown and of the next two of its city. */
export async function loadRequests(
  world: World,
  company: Company,
  customers: ReadonlyMap<string, CustomerId>,
): Promise<void> {
  const home = company.customers.find(({ code }) => code === company.demonstration.customerCode)
  const city = home?.unitPath.split('/').slice(0, -1).join('/') ?? ''
  const near = company.customers.filter(
    ({ code, unitPath }) => code !== home?.code && unitPath.startsWith(city),
  )
  const askers = [home, ...near].slice(0, 3)
  const expiresOn = addDays(businessDateOf(world.clock.now(), company.timeZone), FIVE_YEARS_DAYS)
  const changes: AskForChange[] = [
    {
      kind: 'addresses',
      addresses: [{ text: `${home?.address.zh ?? ''} 二楼`, note: '后门收货', isMain: true }],
    },
    {
      kind: 'contact',
      contact: { name: '周秀兰', phone: '+8619900020001', title: '收货', receivesDeliveries: true },
    },
    { kind: 'licence', licence: { number: askers[2]?.licence ?? '', expiresOn }, uploadId: UPLOAD },
  ]
  for (const [at, change] of changes.entries()) {
    const customerId = customers.get(askers[at]?.code ?? '')
    if (customerId) await ask(world, customerId, change)
  }
}

async function ask(world: World, customerId: CustomerId, change: AskForChange): Promise<void> {
  const owner = (await membersOfCustomer(world.table, customerId)).find(({ role }) => role === 'owner')
  if (!owner) return
  if (change.kind === 'licence') {
    const picture = await new Jimp({ width: 480, height: 320, color: 0x8fb3a4ff }).getBuffer('image/png')
    await world.files.write(uploadKey(customerId, UPLOAD), picture, 'image/png')
  }
  const once = { key: 'demonstration', fingerprint: 'demonstration' }
  await askForChange(world, seeder, { customerId, personId: owner.personId, change }, once)
}
