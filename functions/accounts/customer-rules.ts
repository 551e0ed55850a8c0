import type { AddressesInput, CustomerCard, CustomerFilter, DeliveryAddress } from '#shared/accounts'

/** Addresses with ids: a given id stays, a known text keeps its id, and a new one gets the next free number. */
export function numberedAddresses(
  wanted: AddressesInput,
  before: readonly DeliveryAddress[] = [],
): DeliveryAddress[] {
  const given = new Set(wanted.map(({ addressId }) => addressId))
  const staying = new Set(before.map(({ addressId }) => addressId).filter((id) => given.has(id)))
  const others = before.filter(({ addressId }) => !given.has(addressId))
  let last = Math.max(0, ...before.map(({ addressId }) => Number(addressId) || 0))
  return wanted.map((address) => {
    const { addressId, text } = address
    if (addressId !== undefined && staying.delete(addressId)) return { ...address, addressId }
    const sameText = others.findIndex((other) => other.text === text)
    const [found] = sameText < 0 ? [] : others.splice(sameText, 1)
    return { ...address, addressId: found?.addressId ?? String(++last) }
  })
}

/** Whether a card, as the asker sees it, is what a list was narrowed to: what is not seen matches nothing. */
export function isWanted(card: CustomerCard, filter: CustomerFilter): boolean {
  const { kind, customerClass, gradeFrom, gradeTo, batch, route, isOnHold, licenceBefore, text } = filter
  const { grade, licence } = card
  return (
    (kind === undefined || card.kind === kind) &&
    (customerClass === undefined || card.customerClass === customerClass) &&
    (gradeFrom === undefined || (grade !== undefined && grade >= gradeFrom)) &&
    (gradeTo === undefined || (grade !== undefined && grade <= gradeTo)) &&
    (batch === undefined || card.batch === batch) &&
    (route === undefined || card.route === route) &&
    (isOnHold === undefined || card.isOnHold === isOnHold) &&
    (licenceBefore === undefined ||
      (licence?.expiresOn !== undefined && licence.expiresOn < licenceBefore)) &&
    (!text || wordsOf(card).some((word) => word.includes(text.normalize('NFKC').toLowerCase())))
  )
}

/** True when a list is narrowed by more than its unit. */
export function isNarrowed({ unitPath: _, ...filter }: CustomerFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined && value !== '')
}

function wordsOf({ name, pinyin = '', code, number, licence }: CustomerCard): string[] {
  const words = [name.zh, name.en, ...pinyin.split(' '), code, String(number), licence?.number ?? '']
  return words.map((word) => word.normalize('NFKC').toLowerCase())
}
