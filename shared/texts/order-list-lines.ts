import type { Texts } from '../languages.ts'

/** The lines of a list that is being edited. */
export const orderListLineTexts = {
  edit: { zh: '看和改每一行', en: 'See and edit its lines' },
  quantity: { zh: '数量', en: 'Quantity' },
  quantityOf: { zh: '{name} 的数量', en: 'Quantity of {name} in the list' },
  note: { zh: '备注', en: 'Note' },
  noteOf: { zh: '{name} 的备注', en: 'Note of {name} in the list' },
  wrong: { zh: '数量要是整数，最多六位。', en: 'A quantity is a whole number of at most six digits.' },
  keep: { zh: '存下', en: 'Keep' },
  takeOut: { zh: '拿掉', en: 'Take out' },
  takeOutOf: { zh: '从清单拿掉 {name}', en: 'Take {name} out of the list' },
  target: { zh: '另一个清单……', en: 'Another list…' },
  targetOf: { zh: '{name} 放到哪个清单', en: 'Which list {name} goes to' },
  move: { zh: '移过去', en: 'Move there' },
  copy: { zh: '复制过去', en: 'Copy there' },
  notOnOffer: { zh: '现在不能订的商品', en: 'A product not on offer now' },
} as const satisfies Texts
