import { useEffect, useMemo, useState } from 'react'
import { useSay } from '../../../components/language-context.ts'
import type { Judgement } from './judge-sheet.ts'
import type { Offers } from './order-again.ts'
import type { Typed } from './quantities.ts'
import type { refusalWords, SheetWords } from './refusal-words.ts'
import type { Submission } from './use-submission.ts'

const silent: SheetWords = { rows: new Map(), whole: [], refusedPoints: [] }

/** What is wrong with the sheet, in words. The sentences of all rules are loaded right behind the page. */
export function useRefusalWords(
  judgement: Judgement,
  refused: Submission['refused'],
  typed: Typed,
  offers: Offers,
): SheetWords {
  const { language } = useSay()
  const [sayRefusals, setSayRefusals] = useState<typeof refusalWords>()
  useEffect(() => {
    void import('./refusal-words.ts').then((loaded) => setSayRefusals(() => loaded.refusalWords))
  }, [])
  return useMemo(
    () => sayRefusals?.(judgement, refused, typed, offers, language) ?? silent,
    [sayRefusals, judgement, refused, typed, offers, language],
  )
}
