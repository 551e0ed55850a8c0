export type BarRow = { key: string; name: string; share: number; numbers: readonly string[] }

type BarTableProps = { caption: string; heads: readonly string[]; rows: readonly BarRow[] }

/** A table whose first column shows each row's share as a bar: `share` 1 is the longest. */
export function BarTable({ caption, heads, rows }: BarTableProps) {
  const [first, ...others] = heads
  return (
    <table className="ledger bar-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {others.map((head) => (
            <th key={head} scope="col" className="number">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, share, numbers }) => (
          <tr key={key}>
            <th scope="row">
              {name}
              <span className="bar" aria-hidden="true" style={{ width: `${share * 100}%` }} />
            </th>
            {numbers.map((number, at) => (
              <td key={others[at]} className="number">
                {number}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
