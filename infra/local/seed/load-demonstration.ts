// Invents the demonstration company at the first start, and says who can sign in.
import { getCompany, listUnits } from '#accounts'
import { businessDateOf } from '../../../shared/time.ts'
import type { PortalServer } from '../portal-server.ts'
import type { Company, Preset } from './demonstration-company.ts'
import { generateCompany } from './generate-company.ts'
import { DEMONSTRATION_PASSWORD, loadCompany } from './load-company.ts'
import { loadOddities } from './load-oddities.ts'
import { loadWaiting } from './load-waiting.ts'

const SEED = 2026
const STARTED_ON = 'demonstration'

/** Loads the company unless it is there already (a load that was cut short is done again), and prints sign-ins. */
export async function demonstrate(server: PortalServer, preset: Preset): Promise<void> {
  const { world, localTable, origin } = server
  const begun = await localTable.get(STARTED_ON, 'begun')
  const today = String(begun?.today ?? businessDateOf(world.clock.now(), world.config.timeZone))
  await localTable.put({ pk: STARTED_ON, sk: 'begun', today })
  const company = generateCompany({ preset, seed: SEED, today })
  if (!(await localTable.get(STARTED_ON, 'ready'))) {
    console.log(`正在生成演示公司 inventing ${company.name.zh} ${company.name.en} …`)
    await loadCompany(world, localTable, company, (line) => console.log(`  ${line}`))
    await loadWaiting(world, company)
    await loadOddities(world, company)
    await localTable.put({ pk: STARTED_ON, sk: 'ready', today })
  }
  const { name } = await getCompany(world)
  const units = await listUnits(world)
  console.log(
    ['', `${name.zh} ${name.en} · ${units.length} 个单位 units`, ...signIns(company, origin)].join('\n'),
  )
}

function signIns(company: Company, origin: string): string[] {
  const shop = company.customers.find(({ code }) => code === company.demonstration.customerCode)
  const members = shop?.members.map(({ role, phone, mail }) => row(role, phone, mail)) ?? []
  const staff = company.staff.map(({ roles, phone, mail }) =>
    row(roles.map(({ role }) => role).join('+'), phone, mail),
  )
  return [
    `  打开 open      ${origin}/`,
    `  邮箱和短信     ${origin}/mailbox`,
    `  接口 API       ${origin}/api/docs`,
    '',
    `  ${shop?.name.zh} ${shop?.name.en}`,
    ...members,
    `  员工 staff`,
    ...staff,
    '',
    `  手机号登录：验证码在“邮箱和短信”页。Phone: the code is in the mailbox.`,
    `  邮箱登录：密码 password ${DEMONSTRATION_PASSWORD}`,
    '',
  ]
}

function row(role: string, phone: string, mail: string | undefined): string {
  return `    ${role.padEnd(28)} ${phone}  ${mail ?? ''}`
}
