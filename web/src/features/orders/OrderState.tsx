import type { OrderHead } from '#shared/orders'
import { orderTexts } from '#shared/texts/orders'
import { Icon } from '../../components/Icon.tsx'
import type { IconName } from '../../components/icons.ts'
import { useSay } from '../../components/language-context.ts'

const looks = {
  placed: { icon: 'waiting', className: 'is-waiting' },
  'awaiting-funds': { icon: 'attention', className: 'is-attention' },
  confirmed: { icon: 'done', className: 'is-done' },
  lapsed: { icon: 'refused', className: 'is-refused' },
  cancellation: { icon: 'done', className: 'is-waiting' },
  correction: { icon: 'done', className: 'is-waiting' },
  cancelled: { icon: 'refused', className: 'is-refused' },
} as const satisfies Record<OrderHead['state'], { icon: IconName; className: string }>

/** An order's state: a word and an icon. */
export function OrderState({ state }: { state: OrderHead['state'] }) {
  const { t } = useSay()
  const { icon, className } = looks[state]
  return (
    <span className={`pill ${className}`}>
      <Icon name={icon} />
      {t(orderTexts[state])}
    </span>
  )
}
