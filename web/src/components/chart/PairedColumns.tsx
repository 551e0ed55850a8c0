export type Pair = { key: string; name: string; now: number; before: number }

type PairedColumnsProps = {
  label: string
  nowName: string
  beforeName: string
  pairs: readonly Pair[]
  format: (count: number) => string
}

/** Columns side by side, what is now beside what was; for eyes alone: the same numbers stand in a table. */
export function PairedColumns({ label, nowName, beforeName, pairs, format }: PairedColumnsProps) {
  const most = Math.max(1, ...pairs.flatMap(({ now, before }) => [now, before]))
  const height = (count: number) => ({ height: `${(count / most) * 100}%` })
  return (
    <figure className="paired">
      <figcaption>
        {label}
        <span className="paired-key">
          <span className="column-now" aria-hidden="true" /> {nowName}
          <span className="column-before" aria-hidden="true" /> {beforeName}
        </span>
      </figcaption>
      <div className="paired-columns" aria-hidden="true">
        {pairs.map(({ key, name, now, before }) => (
          <div key={key} className="paired-column">
            <span className="paired-bars">
              <span className="column-before" style={height(before)} />
              <span className="column-now" style={height(now)}>
                <span className="column-count">{format(now)}</span>
              </span>
            </span>
            <span className="column-name">{name}</span>
          </div>
        ))}
      </div>
    </figure>
  )
}
