import type { InboxMessage } from '#shared/notifications'
import { homeTexts as texts } from '#shared/texts/home'
import { useSay } from '../../components/language-context.ts'

/** What happened since one was last here, newest first. */
export function SinceLast({ news }: { news: readonly InboxMessage[] }) {
  const { t, language } = useSay()
  const inbox = `/${language}/messages/`
  return (
    <section className="mt-4">
      {news.length > 0 && (
        <>
          <h2>{t(texts.sinceLast)}</h2>
          <ul className="since">
            {news.map(({ messageId, subject }) => (
              <li key={messageId}>
                <a href={inbox}>{subject}</a>
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
