import type { ProductState } from '#shared/catalogue'
import { productStateTexts } from '#shared/texts/products'
import { Icon } from '../../components/Icon.tsx'
import { useSay } from '../../components/language-context.ts'

const looks = {
  draft: 'waiting',
  'on-sale': 'done',
  suspended: 'attention',
  ended: 'refused',
} as const satisfies Record<ProductState, string>

/** Where a product stands, in a word, a colour and an icon. */
export function ProductStatePill({ state }: { state: ProductState }) {
  const { t } = useSay()
  return (
    <span className={`pill is-${looks[state]}`}>
      <Icon name={looks[state]} />
      {t(productStateTexts[state])}
    </span>
  )
}
