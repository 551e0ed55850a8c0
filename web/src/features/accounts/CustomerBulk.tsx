import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { CustomerAction, CustomerCard } from '#shared/accounts'
import { customerFieldTexts as fields } from '#shared/texts/customer-fields'
import { customerTexts as texts } from '#shared/texts/customers'
import { formTexts } from '#shared/texts/forms'
import { AskDialog } from '../../components/AskDialog.tsx'
import { useSay } from '../../components/language-context.ts'
import { BulkBar, type Outcome, Outcomes } from '../../components/list/BulkBar.tsx'
import type { Chosen } from '../../components/list/use-chosen.ts'
import { useBatchOptions } from '../calendar/use-batches.ts'
import { actOnCustomers } from './account-queries.ts'

type Deed = Exclude<CustomerAction['do'], 'class'>

const deedTexts = {
  batch: texts.moveBatch,
  route: texts.moveRoute,
  hold: texts.hold,
  release: texts.release,
} as const satisfies Record<Deed, unknown>
const deeds: readonly Deed[] = ['batch', 'route', 'hold', 'release']

/** One thing done to all chosen customers, with what became of each. */
export function CustomerBulk({ chosen, cards }: { chosen: Chosen; cards: readonly CustomerCard[] }) {
  const { t, language } = useSay()
  const client = useQueryClient()
  const [asking, setAsking] = useState<Deed>()
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>()
  const acting = useMutation({
    mutationFn: (action: CustomerAction) =>
      actOnCustomers(
        cards.filter(({ customerId }) => chosen.keys.has(customerId)),
        action,
      ),
    onSuccess: ({ items }) => {
      const names = new Map(cards.map(({ customerId, name }) => [String(customerId), name[language]]))
      setOutcomes(items.map(({ key, message }) => ({ name: names.get(key) ?? key, refusal: message })))
      setAsking(undefined)
      chosen.set([])
      return client.invalidateQueries({ queryKey: ['customers'] })
    },
  })
  return (
    <>
      <BulkBar chosen={chosen} isWorking={acting.isPending}>
        {deeds.map((deed) => (
          <button key={deed} type="button" className="quiet" onClick={() => setAsking(deed)}>
            {t(deedTexts[deed])}
          </button>
        ))}
      </BulkBar>
      {asking && (
        <DeedDialog
          deed={asking}
          count={chosen.keys.size}
          error={acting.error}
          isWorking={acting.isPending}
          onDo={(action) => acting.mutate(action)}
          onClose={() => setAsking(undefined)}
        />
      )}
      {outcomes && <Outcomes outcomes={outcomes} onClose={() => setOutcomes(undefined)} />}
    </>
  )
}

type DeedDialogProps = {
  deed: Deed
  count: number
  error: unknown
  isWorking: boolean
  onDo: (action: CustomerAction) => void
  onClose: () => void
}

function DeedDialog({ deed, count, error, isWorking, onDo, onClose }: DeedDialogProps) {
  const { t } = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <AskDialog
      dialog={dialog}
      heading={t(deedTexts[deed])}
      action={t(texts.apply)}
      isOpenAtOnce
      isWorking={isWorking}
      error={error}
      onDo={(data) => onDo(actionOf(deed, data))}
      onClose={onClose}
    >
      <p className="facts">{t(texts.ask, { count })}</p>
      <DeedField deed={deed} />
    </AskDialog>
  )
}

function DeedField({ deed }: { deed: Deed }) {
  const { t } = useSay()
  const batches = useBatchOptions()
  if (deed === 'release') return null
  if (deed === 'batch') {
    return (
      <label className="field">
        <span>{t(fields.batch)}</span>
        <select name="value">
          {batches.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
    )
  }
  const isReasoned = deed === 'hold'
  return (
    <label className="field">
      <span>{t(isReasoned ? formTexts.reason : texts.moveRoute)}</span>
      <input name="value" required maxLength={deed === 'route' ? 40 : 300} />
      {deed === 'hold' && <span className="facts">{t(texts.holdHint)}</span>}
    </label>
  )
}

function actionOf(deed: Deed, data: FormData): CustomerAction {
  const value = String(data.get('value') ?? '').trim()
  if (deed === 'batch') return { do: 'batch', batch: value }
  if (deed === 'route') return { do: 'route', route: value }
  if (deed === 'hold') return { do: 'hold', reason: value }
  return { do: 'release' }
}
