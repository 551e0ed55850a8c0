import { pageTexts } from '#shared/texts/pages'
import { unitReachTexts } from '#shared/texts/unit-reach'
import { useSay } from './language-context.ts'
import { wayBack, withoutUnit } from './way-back.ts'

/** The way from a page whose thing is not there: to the list that it would stand in, else home; from a list of a unit
 * that is not one's own to the same list of one's own. */
export function WayBack({ code }: { code: string }) {
  const { t } = useSay()
  const own = code === 'accounts.unit_not_found' && withoutUnit(location.pathname, location.search)
  const { href, isList } = wayBack(location.pathname)
  return (
    <a className="quiet" href={own || href}>
      {t(own ? unitReachTexts.seeOwn : isList ? pageTexts.backToList : pageTexts.backHome)}
    </a>
  )
}
