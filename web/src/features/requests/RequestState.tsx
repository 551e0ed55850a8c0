import type { RequestCard } from '#shared/requests'
import { requestTexts as texts } from '#shared/texts/requests'
import { Icon } from '../../components/Icon.tsx'
import type { IconName } from '../../components/icons.ts'
import { useSay } from '../../components/language-context.ts'

const looks = {
  asked: { icon: 'waiting', className: 'is-waiting' },
  approved: { icon: 'done', className: 'is-done' },
  refused: { icon: 'refused', className: 'is-refused' },
  withdrawn: { icon: 'withdrawn', className: 'text-soft' },
} as const satisfies Record<RequestCard['state'], { icon: IconName; className: string }>

/** A request's state: a word and an icon. */
export function RequestState({ state }: { state: RequestCard['state'] }) {
  const { t } = useSay()
  const { icon, className } = looks[state]
  return (
    <span className={`pill ${className}`}>
      <Icon name={icon} />
      {t(texts[state])}
    </span>
  )
}
