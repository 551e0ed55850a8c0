import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ChangeRequest, UnitRequest } from '#shared/requests'
import { decidingTexts } from '#shared/texts/deciding'
import { formTexts } from '#shared/texts/forms'
import { requestTexts } from '#shared/texts/requests'
import { AskDialog } from '../../components/AskDialog.tsx'
import { useSay } from '../../components/language-context.ts'
import { BulkBar, type Outcome, Outcomes } from '../../components/list/BulkBar.tsx'
import { oneByOne } from '../../components/list/one-by-one.ts'
import type { Chosen } from '../../components/list/use-chosen.ts'
import { decideInTurn } from './decide-in-turn.ts'
import { decideRequest, requestQuery } from './request-queries.ts'

type RequestBulkProps = { chosen: Chosen; cards: readonly UnitRequest[] }

/** Approves or refuses all chosen requests, each as it was looked at, and says what became of each. */
export function RequestBulk({ chosen, cards }: RequestBulkProps) {
  const { t, language } = useSay()
  const client = useQueryClient()
  const [isRefusing, setRefusing] = useState(false)
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>()
  const deciding = useMutation({
    mutationFn: (decision: { decision: 'approved' | 'refused'; reason?: string }) => {
      const decide = decideInTurn((seen) => decideRequest(seen, decision))
      return oneByOne(
        cards.filter(({ requestId }) => chosen.keys.has(requestId)),
        ({ customerName, kind }) => `${customerName[language]} · ${t(requestTexts[kind])}`,
        {
          language,
          // What its card shows, with the version of the customer that was looked at.
          work: async (card) => {
            const { queryKey, queryFn } = requestQuery(card)
            return decide(client.getQueryData<ChangeRequest>(queryKey) ?? (await queryFn()))
          },
        },
      )
    },
    onSuccess: async (verdicts) => {
      setOutcomes(verdicts)
      setRefusing(false)
      chosen.set([])
      await client.invalidateQueries({ queryKey: ['request'] })
      return client.invalidateQueries({ queryKey: ['requests'] })
    },
  })
  return (
    <>
      <BulkBar chosen={chosen} isWorking={deciding.isPending}>
        <button type="button" className="quiet" onClick={() => deciding.mutate({ decision: 'approved' })}>
          {t(decidingTexts.approve)}
        </button>
        <button type="button" className="quiet danger" onClick={() => setRefusing(true)}>
          {t(decidingTexts.refuse)}
        </button>
      </BulkBar>
      {isRefusing && (
        <RefusalDialog
          isWorking={deciding.isPending}
          onRefuse={(reason) => deciding.mutate({ decision: 'refused', reason })}
          onClose={() => setRefusing(false)}
        />
      )}
      {outcomes && <Outcomes outcomes={outcomes} onClose={() => setOutcomes(undefined)} />}
    </>
  )
}

type RefusalDialogProps = { isWorking: boolean; onRefuse: (reason: string) => void; onClose: () => void }

function RefusalDialog({ isWorking, onRefuse, onClose }: RefusalDialogProps) {
  const { t } = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <AskDialog
      dialog={dialog}
      heading={t(decidingTexts.refuse)}
      action={t(decidingTexts.refuse)}
      isDangerous
      isOpenAtOnce
      isWorking={isWorking}
      onDo={(data) => onRefuse(String(data.get('reason')).trim())}
      onClose={onClose}
    >
      <label className="field">
        <span>{t(formTexts.reason)}</span>
        <input name="reason" required maxLength={300} />
        <span className="facts">{t(decidingTexts.refuseHint)}</span>
      </label>
    </AskDialog>
  )
}
