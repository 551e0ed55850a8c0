import type { Text } from '#shared/languages'
import { useSay } from './language-context.ts'
import { addressOfList } from './list-address.ts'

/** The way from a record to the list that it was opened from, narrowed as it was. */
export function BackToList({ list, name }: { list: string; name: Text }) {
  const { t, language } = useSay()
  return (
    <a className="link" href={addressOfList(`/${language}/staff/${list}/`)}>
      ← {t(name)}
    </a>
  )
}
