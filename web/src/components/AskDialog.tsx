import { type ReactNode, type RefObject, type SubmitEvent, useId } from 'react'
import { pageTexts } from '#shared/texts/pages'
import { useSay } from './language-context.ts'
import { Refused } from './Refused.tsx'
import { useOpenDialog } from './use-open-dialog.ts'

type AskDialogProps = {
  /** Opens and closes it. */
  dialog: RefObject<HTMLDialogElement | null>
  heading: string
  /** What the button says that does it. */
  action: string
  onDo: (data: FormData) => void
  isWorking: boolean
  /** Nothing can be done yet. */
  isBarred?: boolean
  isDangerous?: boolean
  /** It is only there to be open. */
  isOpenAtOnce?: boolean
  /** What the last try failed with. */
  error?: unknown
  /** Why it was refused, where the page says it in words of its own. */
  refusal?: string | undefined
  onClose?: () => void
  /** Further buttons. */
  actions?: ReactNode
  children?: ReactNode
}

/** Asks for what one deed needs, says why it was refused, and can be left without doing it. */
export function AskDialog(props: AskDialogProps) {
  const { dialog, heading, action, onDo, isWorking, error, refusal, onClose, actions, children } = props
  const { t } = useSay()
  const id = useId()
  const { isBarred = false, isDangerous = false, isOpenAtOnce = false } = props
  useOpenDialog(dialog, isOpenAtOnce)
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    onDo(new FormData(event.currentTarget))
  }
  return (
    <dialog ref={dialog} className="ask" aria-labelledby={id} onClose={onClose}>
      <form className="cards" onSubmit={onSubmit}>
        <h2 id={id}>{heading}</h2>
        {children}
        {refusal ? (
          <p className="notice bad" role="alert">
            {refusal}
          </p>
        ) : (
          <Refused error={error} />
        )}
        <div className="actions">
          <button
            type="submit"
            className={isDangerous ? 'quiet danger' : 'button'}
            disabled={isWorking || isBarred}
          >
            {action}
          </button>
          <button type="button" className="quiet" onClick={() => dialog.current?.close()}>
            {t(pageTexts.cancel)}
          </button>
          {actions}
        </div>
      </form>
    </dialog>
  )
}
