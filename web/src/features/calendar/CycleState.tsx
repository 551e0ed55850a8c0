import type { CycleDetails } from '#shared/calendar'
import { staffCalendarTexts as texts } from '#shared/texts/staff-calendar'
import { Icon } from '../../components/Icon.tsx'
import { useSay } from '../../components/language-context.ts'

const looks = {
  coming: { icon: 'waiting', className: '' },
  open: { icon: 'order', className: 'is-done' },
  over: { icon: 'attention', className: 'is-attention' },
  closed: { icon: 'done', className: 'is-waiting' },
} as const

/** What a cycle is at: a word and an icon. */
export function CycleState({ state }: { state: CycleDetails['state'] }) {
  const { t } = useSay()
  const { icon, className } = looks[state]
  return (
    <span className={`pill ${className}`}>
      <Icon name={icon} />
      {t(texts[state])}
    </span>
  )
}
