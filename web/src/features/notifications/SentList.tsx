import type { Language } from '#shared/languages'
import type { SentMessage } from '#shared/notifications'
import { preferenceTexts } from '#shared/texts/preferences'
import { sentListTexts as listTexts } from '#shared/texts/sent-list'
import { templateNameTexts, wordingTexts as texts } from '#shared/texts/wording'
import { query } from '../../api.ts'
import { useSay } from '../../components/language-context.ts'
import type { Column } from '../../components/list/columns.ts'
import { RecordList } from '../../components/list/RecordList.tsx'
import type { Chosen } from '../../components/list/use-chosen.ts'
import { useFullMoment } from '../accounts/use-full-moment.ts'

type Ways = SentMessage['ways']
type Sending = NonNullable<Ways['sms']>

const looks = {
  waiting: { text: texts.waiting, className: 'is-waiting' },
  sent: { text: texts.sentState, className: 'is-done' },
  'given-up': { text: texts.givenUp, className: 'is-refused' },
  'no-address': { text: texts.noAddress, className: 'is-attention' },
  over: { text: texts.over, className: 'is-attention' },
} as const

type SentListProps = {
  /** Under which the chosen columns are remembered. */
  list: string
  label: string
  items: readonly SentMessage[]
  /** They went to several shops. */
  hasShops?: boolean
  chosen?: Chosen
}

/** What a row is chosen by. */
export function keyOfSent({ personId, messageId }: SentMessage): string {
  return `${personId} ${messageId}`
}

/** Messages with what became of them on each way; whom one went to leads to all that went to the same. */
export function SentList({ list, label, items, hasShops = false, chosen }: SentListProps) {
  const { language } = useSay()
  const columns = useSentColumns(hasShops)
  return (
    <RecordList
      list={list}
      label={label}
      rows={items}
      keyOf={keyOfSent}
      chosen={chosen}
      head={{
        title: texts.person,
        name: ({ personName }) => personName,
        href: (message) => pageOf(message, language),
      }}
      columns={columns}
    />
  )
}

function pageOf({ customerId, personId }: SentMessage, language: Language): string {
  if (!customerId) return `/${language}/staff/people/#${personId}`
  return `/${language}/staff/messages/${query({ show: 'sent', customerId, personId })}`
}

function useSentColumns(hasShops: boolean): Column<SentMessage>[] {
  const { t } = useSay()
  const moment = useFullMoment()
  const whenMaybe = (at: string | undefined) => at && moment(at)
  return [
    { key: 'subject', title: listTexts.subject, cell: ({ subject }) => subject, isUsual: true },
    {
      key: 'shop',
      title: listTexts.shop,
      cell: ({ customerName }) => customerName,
      isUsual: hasShops,
    },
    { key: 'ways', title: listTexts.ways, cell: ({ ways }) => <WayPills ways={ways} />, isUsual: true },
    { key: 'at', title: listTexts.at, cell: ({ at }) => moment(at), isUsual: true },
    { key: 'read', title: texts.read, cell: ({ isRead }) => isRead && t(texts.read), isUsual: true },
    { key: 'kind', title: listTexts.kind, cell: ({ template }) => t(templateNameTexts[template]) },
    { key: 'due', title: listTexts.dueAt, cell: ({ dueAt }) => whenMaybe(dueAt) },
    {
      key: 'tried',
      title: listTexts.sentAt,
      cell: ({ ways: { sms, mail } }) => whenMaybe([sms?.at, mail?.at].filter(Boolean).toSorted().at(-1)),
    },
  ]
}

function WayPills({ ways: { sms, mail } }: { ways: Ways }) {
  const { t } = useSay()
  if (!sms && !mail) return <span className="pill is-waiting">{t(texts.onlyInbox)}</span>
  return (
    <>
      {sms && <WayPill name={t(preferenceTexts.sms)} sending={sms} />}
      {mail && <WayPill name={t(preferenceTexts.mail)} sending={mail} />}
    </>
  )
}

function WayPill({ name, sending: { state, tries } }: { name: string; sending: Sending }) {
  const { t } = useSay()
  const { text, className } = looks[state]
  return (
    <span className={`pill ${className}`}>
      {name} · {t(text)}
      {tries > 1 && ` · ${t(texts.tried, { tries })}`}
    </span>
  )
}
