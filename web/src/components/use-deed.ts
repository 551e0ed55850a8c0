import { useRef, useState } from 'react'
import { leaveWhenSignedOut } from './leave-to-sign-in.ts'

/** A deed behind a dialog: `open` shows it, and `asked` is what AskDialog needs of it. It closes when the deed is done,
 * and stays with the reason when it is refused. */
export function useDeed<Answer>(
  perform: (typed: FormData) => Promise<Answer>,
  onDone?: (answer: Answer) => unknown,
) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [work, setWork] = useState<{ isWorking: boolean; error?: unknown }>({ isWorking: false })
  const onDo = (typed: FormData) => {
    setWork({ isWorking: true })
    perform(typed).then(
      (answer) => {
        dialog.current?.close()
        setWork({ isWorking: false })
        onDone?.(answer)
      },
      (error: unknown) => {
        leaveWhenSignedOut(error)
        setWork({ isWorking: false, error })
      },
    )
  }
  return { open: () => dialog.current?.showModal(), asked: { dialog, onDo, ...work } }
}
