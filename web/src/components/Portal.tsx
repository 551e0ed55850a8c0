import { type ReactNode, useEffect } from 'react'
import type { SessionView } from '#shared/identity'
import type { Language } from '#shared/languages'
import { readSession } from '../features/identity/session-queries.ts'
import { keep } from '../kept.ts'
import { LanguageContext } from './language-context.ts'
import { isSignedOut } from './leave-to-sign-in.ts'
import { Skeleton } from './Skeleton.tsx'
import { Trouble } from './Trouble.tsx'
import { useAnswer } from './use-answer.ts'

export type PortalProps = {
  language: Language
  children: (session: SessionView) => ReactNode
  /** Who to go on as when the server cannot be asked; nobody unless told. */
  whenUnanswered?: (error: unknown) => SessionView | undefined
  /** What stands there until it is known who is signed in; a skeleton unless told. */
  opening?: ReactNode
}

/** What every island stands in: the language, and who is signed in. */
export function Portal({ language, ...rest }: PortalProps) {
  return (
    <LanguageContext value={language}>
      <SignedIn {...rest} />
    </LanguageContext>
  )
}

function SignedIn({ children, whenUnanswered, opening = <Skeleton /> }: Omit<PortalProps, 'language'>) {
  const { data: session, error, again } = useAnswer('session', readSession)
  useEffect(() => {
    if (session) rememberWho(session)
  }, [session])
  const known = session ?? (error ? whenUnanswered?.(error) : undefined)
  if (known) return children(known)
  if (error && !isSignedOut(error)) return <Trouble error={error} onRetry={again} />
  return opening
}

function rememberWho(session: SessionView): void {
  const who = session.kind === 'member' ? 'dealer' : 'staff'
  // A session kept for offline use by an older page says nothing of what it may do.
  const mayDo = session.deeds?.join(' ')
  Object.assign(document.documentElement.dataset, { who, may: mayDo })
  keep('who', who)
  keep('may', mayDo)
  keep('customer', session.actingFor)
  document.dispatchEvent(new CustomEvent('dianlian:signed-in', { detail: session }))
}
