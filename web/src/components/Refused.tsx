import { useSay } from './language-context.ts'
import { wordsOf } from './problem-words.ts'

type RefusedProps = {
  /** What the last try failed with; nothing is said without one. */
  error: unknown
  /** A class for its place, as `mt-3`. */
  className?: string
}

/** Says why the server refused a deed. */
export function Refused({ error, className = '' }: RefusedProps) {
  const { language } = useSay()
  if (error === undefined || error === null) return null
  return (
    <p className={`notice bad ${className}`.trim()} role="alert">
      {wordsOf(error, language)}
    </p>
  )
}
