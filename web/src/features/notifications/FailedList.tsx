import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SentMessage, SettleFailed } from '#shared/notifications'
import { sentListTexts } from '#shared/texts/sent-list'
import { wordingTexts as texts } from '#shared/texts/wording'
import { AskDialog } from '../../components/AskDialog.tsx'
import { Asked } from '../../components/Asked.tsx'
import { useSay } from '../../components/language-context.ts'
import { BulkBar } from '../../components/list/BulkBar.tsx'
import { type Chosen, useChosen } from '../../components/list/use-chosen.ts'
import { Refused } from '../../components/Refused.tsx'
import { useDeed } from '../../components/use-deed.ts'
import { failedQuery, settleFailed } from './message-queries.ts'
import { keyOfSent, SentList } from './SentList.tsx'

/** What could not be sent to the shops of my units: sent again, or left be. */
export function FailedList() {
  const { t } = useSay()
  const found = useQuery(failedQuery)
  const chosen = useChosen('failed messages')
  const client = useQueryClient()
  const again = useMutation({
    mutationFn: (messages: readonly SentMessage[]) => settleFailed(asked('send-again', messages)),
    onSuccess: () => {
      chosen.set([])
      return client.invalidateQueries({ queryKey: failedQuery.queryKey })
    },
  })
  return (
    <>
      {again.data && (
        <p className="notice good" role="status">
          {t(sentListTexts.sentAgain, { count: again.data.settled })}
        </p>
      )}
      <Refused error={again.error} />
      <Asked of={found}>
        {({ items }) =>
          items.length > 0 ? (
            <>
              <p className="text-soft mb-2">{t(sentListTexts.mendFirst)}</p>
              <SentList
                list="failed messages"
                label={t(texts.failed)}
                items={items}
                hasShops
                chosen={chosen}
              />
              <Settling
                chosen={chosen}
                messages={items.filter((message) => chosen.keys.has(keyOfSent(message)))}
                isWorking={again.isPending}
                onAgain={again.mutate}
              />
            </>
          ) : (
            <section className="card">
              <h2>{t(texts.noFailed)}</h2>
              <p className="text-soft">{t(texts.noFailedText)}</p>
            </section>
          )
        }
      </Asked>
    </>
  )
}

type SettlingProps = {
  chosen: Chosen
  messages: readonly SentMessage[]
  isWorking: boolean
  onAgain: (messages: readonly SentMessage[]) => void
}

function Settling({ chosen, messages, isWorking, onAgain }: SettlingProps) {
  const { t } = useSay()
  const client = useQueryClient()
  const leaving = useDeed(
    () => settleFailed(asked('leave', messages)),
    () => {
      chosen.set([])
      return client.invalidateQueries({ queryKey: failedQuery.queryKey })
    },
  )
  return (
    <>
      <BulkBar chosen={chosen} isWorking={isWorking}>
        <button type="button" className="quiet" disabled={isWorking} onClick={() => onAgain(messages)}>
          {t(sentListTexts.sendAgain)}
        </button>
        <button type="button" className="quiet danger" disabled={isWorking} onClick={leaving.open}>
          {t(sentListTexts.leave)}
        </button>
      </BulkBar>
      <AskDialog
        {...leaving.asked}
        heading={t(sentListTexts.leaveTitle, { count: messages.length })}
        action={t(sentListTexts.leave)}
        isDangerous
      >
        <p>{t(sentListTexts.leaveHint)}</p>
      </AskDialog>
    </>
  )
}

function asked(action: SettleFailed['action'], messages: readonly SentMessage[]): SettleFailed {
  return {
    action,
    messages: messages.map(({ messageId, personId, customerId }) => ({ messageId, personId, customerId })),
  }
}
