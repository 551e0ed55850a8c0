import type { Texts } from '../languages.ts'

/** Addresses and licences of a customer, as the shop itself sees them too. */
export const addressTexts = {
  address: { zh: '地址', en: 'Address' },
  addressNote: { zh: '送货说明', en: 'Note for the driver' },
  addressesTitle: { zh: '收货地址', en: 'Delivery addresses' },
  mainAddress: { zh: '常用', en: 'Usual' },
  noAddress: { zh: '还没有收货地址。', en: 'No delivery address yet.' },
  licenceOver: { zh: '许可证已过期', en: 'Licence expired' },
  licenceSoon: { zh: '许可证快到期', en: 'Licence ends soon' },
} as const satisfies Texts
