import type { Texts } from '../languages.ts'

/** What the order page says where there is nothing to fill. */
export const orderEmptyTexts = {
  nothingFound: { zh: '没有找到“{query}”。', en: 'Nothing found for “{query}”.' },
  showAll: { zh: '看全部商品', en: 'Show all products' },
  empty: { zh: '还没有可以订的商品。', en: 'There is nothing to order yet.' },
  emptyHint: {
    zh: '目录公布以后，商品、价格和限量会出现在这里。',
    en: 'Products, prices and limits appear here once the catalogue is published.',
  },
  chooseCustomer: { zh: '请先选一家客户，再代它下单。', en: 'Choose a customer first, then order for it.' },
  toCustomers: { zh: '去选客户', en: 'Choose a customer' },
} as const satisfies Texts
