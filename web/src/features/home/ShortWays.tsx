import { largeModeTexts as texts } from '#shared/texts/large-mode'
import { Icon } from '../../components/Icon.tsx'
import { useSay } from '../../components/language-context.ts'

/** The three buttons of large mode: order, my orders, call service; a shop on hold has nothing to order. */
export function ShortWays({ phone, isHeld }: { phone: string; isHeld: boolean }) {
  const { t, language } = useSay()
  return (
    <nav className="short-ways for-large" aria-label={t(texts.shortWays)}>
      {!isHeld && (
        <a href={`/${language}/order/`}>
          <Icon name="order" />
          {t(texts.order)}
        </a>
      )}
      <a href={`/${language}/orders/`}>
        <Icon name="orders" />
        {t(texts.orders)}
      </a>
      <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>
        <Icon name="call" />
        <span>
          {t(texts.call)}
          <span className="facts block">{phone}</span>
        </span>
      </a>
    </nav>
  )
}
