import type { Text } from '#shared/languages'
import { onBehalfTexts } from '#shared/texts/on-behalf'
import { Icon } from './Icon.tsx'
import { useSay } from './language-context.ts'

/** Says, as long as it is so, that staff act for a customer. */
export function OnBehalf({ name }: { name: Text }) {
  const { t, language } = useSay()
  return (
    <p className="on-behalf" role="status">
      <Icon name="attention" />
      {t(onBehalfTexts.acting, { shop: name[language] })}
    </p>
  )
}
