import { type ReactNode, useRef } from 'react'
import { listTexts as texts } from '#shared/texts/lists'
import { useSay } from '../language-context.ts'
import { useOpenDialog } from '../use-open-dialog.ts'
import type { Chosen } from './use-chosen.ts'

/** What became of one chosen row: its name, and the sentence that says why not. */
export type Outcome = { name: string; refusal?: string }

type BulkBarProps = { chosen: Chosen; isWorking: boolean; children: ReactNode }

/** What can be done with the chosen rows; stays in sight while some are chosen. */
export function BulkBar({ chosen, isWorking, children }: BulkBarProps) {
  const { t } = useSay()
  if (chosen.keys.size === 0) return null
  return (
    <section className="bulk-bar" aria-label={t(texts.selected, { count: chosen.keys.size })}>
      <strong role="status">
        {t(isWorking ? texts.working : texts.selected, { count: chosen.keys.size })}
      </strong>
      <span className="actions">
        {children}
        <button type="button" className="quiet" disabled={isWorking} onClick={() => chosen.set([])}>
          {t(texts.unselect)}
        </button>
      </span>
    </section>
  )
}

/** Says what became of each row, and stays until it is read. */
export function Outcomes({ outcomes, onClose }: { outcomes: readonly Outcome[]; onClose: () => void }) {
  const { t } = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  const refused = outcomes.filter(({ refusal }) => refusal !== undefined)
  useOpenDialog(dialog)
  return (
    <dialog ref={dialog} className="ask" aria-labelledby="outcomes" onClose={onClose}>
      <h2 id="outcomes" className="mb-2">
        {t(texts.outcome, { done: outcomes.length - refused.length, refused: refused.length })}
      </h2>
      <ul className="outcomes">
        {refused.map(({ name, refusal }) => (
          <li key={name}>
            <strong>{name}</strong> <span className="is-refused">{refusal}</span>
          </li>
        ))}
      </ul>
      <button type="button" className="button mt-3" onClick={() => dialog.current?.close()}>
        {t(texts.close)}
      </button>
    </dialog>
  )
}
