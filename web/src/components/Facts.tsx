import type { ReactNode } from 'react'

/** Named facts side by side; those that are not known are left out. */
export function Facts({ facts }: { facts: ReadonlyArray<readonly [name: string, fact: ReactNode]> }) {
  return (
    <dl className="facts-table">
      {facts
        .filter(([, fact]) => fact !== undefined && fact !== '' && fact !== null)
        .map(([name, fact]) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
    </dl>
  )
}
