import type { InboxMessage } from '#shared/notifications'
import { homeTexts as texts } from '#shared/texts/home'
import { useSay } from '../../components/language-context.ts'
import { leaveRead } from './home-queries.ts'

/** What happened since one was last here, newest first; each leads to what it is about. */
export function SinceLast({ news }: { news: readonly InboxMessage[] }) {
  const { t, language } = useSay()
  const inbox = `/${language}/messages/`
  return (
    <section className="mt-4">
      {news.length > 0 && (
        <>
          <h2>{t(texts.sinceLast)}</h2>
          <ul className="since">
            {news.map(({ messageId, subject, to }) => (
              <li key={messageId}>
                <a href={to === '' ? inbox : `/${language}/${to}`} onClick={() => leaveRead(messageId)}>
                  {subject}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <a className="link" href={inbox}>
        {t(texts.allMessages)}
      </a>
    </section>
  )
}
