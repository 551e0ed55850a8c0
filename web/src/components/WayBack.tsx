import { pageTexts } from '#shared/texts/pages'
import { useSay } from './language-context.ts'
import { wayBack } from './way-back.ts'

/** The way from a page whose thing is not there to the list that it would stand in, else home. */
export function WayBack() {
  const { t } = useSay()
  const { href, isList } = wayBack(location.pathname)
  return (
    <a className="quiet" href={href}>
      {t(isList ? pageTexts.backToList : pageTexts.backHome)}
    </a>
  )
}
