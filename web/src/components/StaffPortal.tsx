import type { Text } from '#shared/languages'
import type { Deed } from '#shared/rights'
import { notForYouTexts as texts } from '#shared/texts/not-for-you'
import { pageTexts } from '#shared/texts/pages'
import { may } from '../features/identity/session-queries.ts'
import { useSay } from './language-context.ts'
import type { PortalProps } from './Portal.tsx'
import { QueryPortal } from './QueryPortal.tsx'

type StaffPortalProps = Pick<PortalProps, 'language' | 'children'> & {
  /** What the page is for: one of these must be allowed. */
  deed: Deed | readonly Deed[]
  title: Text
}

/** The portal of a page that not all staff may use: who came by its address and may not is told so, before anything is
 * asked of the server. */
export function StaffPortal({ language, deed, title, children }: StaffPortalProps) {
  return (
    <QueryPortal language={language}>
      {(session) =>
        [deed].flat().some((one) => may(session, one)) ? children(session) : <NotForYou title={title} />
      }
    </QueryPortal>
  )
}

function NotForYou({ title }: { title: Text }) {
  const { t, language } = useSay()
  return (
    <section className="card" role="alert">
      <h1>{t(title)}</h1>
      <p className="text-soft mb-3">{t(texts.notForYou)}</p>
      <a className="quiet" href={`/${language}/`}>
        {t(pageTexts.backHome)}
      </a>
    </section>
  )
}
