import { type CustomerInput, listUnits, saveCustomer } from '#accounts'
import { inviteMember } from '#identity'
import type { Actor } from '#platform/actor'
import type { World } from '#platform/world'
import { Problem } from '#shared/problems'
import type { RowImport } from './import-rows.ts'
import { oneOf, optionalInteger, optionalMoney, optionalText, type Row, requiredText } from './read-fields.ts'

/** Takes customers in: `code`, `name_zh`, and what else is known. A row with `owner_phone` or `owner_mail` brings its owner. */
export function takeCustomers(actor: Actor): RowImport {
  let units: Promise<Set<string>> | undefined
  return {
    required: ['code', 'name_zh'],
    parallel: 1,
    take: async (world, row) => {
      units ??= listUnits(world).then((found) => new Set(found.map(({ path }) => path)))
      const input = customerOf(row, await units)
      const { customerId, verdict } = await saveCustomer(world, actor, input)
      await takeOwner(world, actor, row, customerId, input.name.zh)
      return { key: input.code, verdict }
    },
  }
}

function customerOf(row: Row, units: ReadonlySet<string>): CustomerInput {
  const zh = requiredText(row, 'name_zh')
  const [root = ''] = units
  const unitPath = optionalText(row, 'unit') ?? root
  if (!units.has(unitPath))
    throw new Problem('imports.reference_unknown', { column: 'unit', value: unitPath })
  const address = optionalText(row, 'address')
  return {
    code: requiredText(row, 'code', 40),
    number: optionalInteger(row, 'number', 1, 99_999_999),
    name: { zh, en: optionalText(row, 'name_en') ?? zh },
    kind: oneOf(row, 'kind', ['retailer', 'distributor'], 'retailer'),
    licence: { number: optionalText(row, 'licence') ?? '' },
    format: optionalText(row, 'format') ?? '',
    addresses: address ? [{ text: address, isMain: true }] : [],
    unitPath,
    batch: optionalText(row, 'batch', 20) ?? 'daily',
    priceList: optionalText(row, 'price_list', 20) ?? 'standard',
    grade: optionalInteger(row, 'grade', 1, 99),
    holdReason: optionalText(row, 'hold'),
    creditLimit: optionalMoney(row, 'credit_limit'),
    balance: optionalMoney(row, 'balance'),
  }
}

async function takeOwner(
  world: World,
  actor: Actor,
  row: Row,
  customerId: `cus_${string}`,
  shop: string,
): Promise<void> {
  const phone = optionalText(row, 'owner_phone')
  const mail = optionalText(row, 'owner_mail')
  if (!phone && !mail) return
  const name = optionalText(row, 'owner_name') ?? shop
  await inviteMember(world, actor, { customerId, name, phone, mail, role: 'owner', isQuiet: true })
}
