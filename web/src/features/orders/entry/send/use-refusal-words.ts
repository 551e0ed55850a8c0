import { useMemo } from 'react'
import { useSay } from '../../../../components/language-context.ts'
import type { Typed } from '../draft/quantities.ts'
import type { Offers } from '../fill/order-again.ts'
import type { LateParts } from '../use-late-parts.ts'
import type { Judgement } from './judge-sheet.ts'
import type { SheetWords } from './refusal-words.ts'
import type { Submission } from './use-submission.ts'

const silent: SheetWords = { rows: new Map(), whole: [], refusedPoints: [] }

/** What is wrong with the sheet, in words. The sentences of all rules come behind the page. */
export function useRefusalWords(
  late: LateParts | undefined,
  judgement: Judgement,
  refused: Submission['refused'],
  typed: Typed,
  offers: Offers,
): SheetWords {
  const { language } = useSay()
  return useMemo(
    () => late?.refusalWords(judgement, refused, typed, offers, language) ?? silent,
    [late, judgement, refused, typed, offers, language],
  )
}
