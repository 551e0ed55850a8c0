import { useEffect, useRef } from 'react'
import type { ProductId } from '#shared/ids'
import { MOST_LINES } from '#shared/order-rules'
import { orderNoticeTexts as texts } from '#shared/texts/order-notices'
import { orderSideTexts } from '#shared/texts/order-side'
import { useSay } from '../../../components/language-context.ts'
import { goToSignIn } from '../../../components/leave-to-sign-in.ts'
import type { DraftState } from './draft/draft-keeper.ts'
import { MetNotice } from './draft/MetNotice.tsx'
import type { SheetStart } from './draft/open-sheet.ts'
import { LEAVE_OUT_ID } from './send/leave-out.ts'
import type { SheetWords } from './send/refusal-words.ts'
import type { Submission } from './send/use-submission.ts'
import type { SheetAssortment } from './sheet-items.ts'
import { NextNow, Opening, type OpeningProps } from './side/SideOver.tsx'

export type SheetNoticesProps = {
  draft: DraftState
  submission: Submission
  words: SheetWords
  lineCount: number
  /** The window is still to open. */
  opening: OpeningProps | undefined
  /** The window that the page was opened for is over; this is the one after it. */
  nextWindow: SheetAssortment | undefined
  restored: (() => void) | undefined
  missing: readonly ProductId[]
  gone: SheetStart['gone']
  onLeaveOut: () => void
  changedTo: { version: number; href: string; onGoOn: () => void } | undefined
}

/** What the order page has to say beside its rows, the most urgent first. */
export function SheetNotices(props: SheetNoticesProps) {
  const { draft, submission, words, lineCount, restored, missing, changedTo } = props
  const { t, language } = useSay()
  const named = missing.flatMap((productId) => props.gone?.[productId]?.[language] ?? [])
  const { problem, asked } = submission.refused ?? {}
  // What the notice of the next window says already; an order that waited without a network is told apart.
  const isOfWindow = problem?.code === 'orders.after_cut_off' && props.nextWindow && !asked?.isQueued
  const isToldHere = problem && problem.code !== 'orders.draft_spent' && !isOfWindow && !changedTo
  return (
    <>
      {props.opening && <Opening {...props.opening} />}
      {props.nextWindow && <NextNow assortment={props.nextWindow} />}
      {changedTo && (
        <p className="notice bad" role="alert">
          {t(texts.changedMeanwhile, { version: changedTo.version })}{' '}
          <a href={changedTo.href}>{t(texts.seeOrder)}</a>{' '}
          <button type="button" onClick={changedTo.onGoOn}>
            {t(texts.changeOnTop, { version: changedTo.version })}
          </button>
        </p>
      )}
      {isToldHere && words.refusedPoints.length > 0 && <Refused {...props} />}
      {missing.length > 0 && (
        <p className="notice bad">
          {named.length === missing.length
            ? t(texts.missingNamed, { names: named.join(language === 'zh' ? '、' : ', ') })
            : t(texts.missing, { count: missing.length })}{' '}
          <button id={LEAVE_OUT_ID} type="button" onClick={props.onLeaveOut}>
            {t(texts.leaveOut)}
          </button>
        </p>
      )}
      {draft.met && <MetNotice met={draft.met} />}
      {draft.saving === 'signed-out' && (
        <p className="notice bad" role="alert">
          {t(texts.signedOutTyping)}{' '}
          <button type="button" onClick={goToSignIn}>
            {t(texts.signInAgain)}
          </button>
        </p>
      )}
      {draft.saving === 'here' && (
        <p className="notice only-phone" role="status">
          {t(orderSideTexts.draftHere)}
        </p>
      )}
      {lineCount > MOST_LINES && <p className="notice">{t(texts.draftTooLong, { most: MOST_LINES })}</p>}
      {restored && (
        <p className="notice">
          {t(texts.restored)}{' '}
          <button type="button" onClick={restored}>
            {t(texts.backToOrder)}
          </button>
        </p>
      )}
    </>
  )
}

/** The server's refusal as a summary that takes the focus; each point leads to its row. */
function Refused({ submission, words }: Pick<SheetNoticesProps, 'submission' | 'words'>) {
  const { t } = useSay()
  const box = useRef<HTMLElement>(null)
  const { problem, asked } = submission.refused ?? {}
  useEffect(() => {
    if (problem) box.current?.focus()
  }, [problem])
  return (
    <section className="notice bad" role="alert" tabIndex={-1} ref={box}>
      <h2>{t(asked?.isQueued ? texts.queuedRefused : texts.refusedTitle)}</h2>
      {problem?.status === 401 ? (
        <p>
          {t(texts.signedOut)}{' '}
          <button type="button" onClick={goToSignIn}>
            {t(texts.signInAgain)}
          </button>
        </p>
      ) : (
        <>
          <ul>
            {words.refusedPoints.map(({ key, name, sentence, productId }) => (
              <li key={key}>
                {productId ? <a href={`#q-${productId}`}>{name}</a> : null}
                {productId ? (name ? ' ' : '') : null}
                {sentence}
              </li>
            ))}
          </ul>
          <p>{t(texts.refusedKept)}</p>
        </>
      )}
    </section>
  )
}
