import type { Text } from '#shared/languages'
import { companyTexts as texts } from '#shared/texts/company'
import { formTexts } from '#shared/texts/forms'

export type Deed = 'rename' | 'addBelow' | 'move' | 'remove'

/** What can be done with a unit: how it is called, asked for, and done. */
export const deeds: Readonly<Record<Deed, { name: Text; asked: Text; action: Text }>> = {
  rename: { name: texts.rename, asked: texts.renameOf, action: formTexts.save },
  addBelow: { name: texts.addBelow, asked: texts.addBelowOf, action: formTexts.add },
  move: { name: texts.move, asked: texts.moveOf, action: texts.move },
  remove: { name: texts.remove, asked: texts.removeOf, action: texts.remove },
}
