import { useEffect } from 'react'
import type { Language } from '#shared/languages'
import type { InboxMessage } from '#shared/notifications'
import { inboxTexts as texts } from '#shared/texts/inbox'
import { Reading } from '../../components/Asked.tsx'
import { useSay } from '../../components/language-context.ts'
import { More } from '../../components/More.tsx'
import { QueryPortal } from '../../components/QueryPortal.tsx'
import { usePages } from '../../components/use-pages.ts'
import { showUnread } from '../../unread-badge.ts'
import { useFullMoment } from '../accounts/use-full-moment.ts'
import { markRead, readMessages } from './message-queries.ts'

/** Everything one was told, newest first; what is shown counts as read. */
export function InboxPage({ language }: { language: Language }) {
  return <QueryPortal language={language}>{() => <Inbox />}</QueryPortal>
}

function Inbox() {
  const { t, language } = useSay()
  const list = usePages(['inbox'], readMessages)
  useMarkedRead(list.items)
  return (
    <>
      <div className="page-head">
        <h1>{t(texts.title)}</h1>
        <a className="link" href={`/${language}/me/messages/`}>
          {t(texts.how)}
        </a>
      </div>
      <Reading of={list} />
      {list.items?.length === 0 && (
        <section className="card">
          <h2>{t(texts.none)}</h2>
          <p className="text-soft">{t(texts.noneText)}</p>
        </section>
      )}
      <ul className="cards">
        {list.items?.map((message) => (
          <MessageCard key={message.messageId} message={message} />
        ))}
      </ul>
      <More onMore={list.more} isReading={list.isReadingMore} />
    </>
  )
}

function MessageCard({ message }: { message: InboxMessage }) {
  const { t, language } = useSay()
  const { subject, text, at, to, isRead } = message
  const moment = useFullMoment()
  return (
    <li className={isRead ? 'card' : 'card first'}>
      <div className="flex justify-between gap-2 flex-wrap">
        <h2>{subject}</h2>
        {!isRead && <span className="pill is-attention">{t(texts.fresh)}</span>}
      </div>
      <p className="facts">{moment(at)}</p>
      <p className="whitespace-pre-line">{text}</p>
      {to !== '' && (
        <a className="link" href={`/${language}/${to}`}>
          {t(texts.see)}
        </a>
      )}
    </li>
  )
}

/** What is on the page has been read: the server is told once for each message. */
function useMarkedRead(items: readonly InboxMessage[] | undefined): void {
  const unread = (items ?? [])
    .filter(({ isRead }) => !isRead)
    .map(({ messageId }) => messageId)
    .join(' ')
  useEffect(() => {
    if (unread === '') return
    // A mark that is lost is made at the next visit.
    markRead(unread.split(' ').slice(-100)).then(
      (frame) => showUnread(frame.unread),
      () => undefined,
    )
  }, [unread])
}
