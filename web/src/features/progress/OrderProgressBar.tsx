import { useId } from 'react'
import type { CycleProgress } from '#shared/progress'
import { waitedForTexts as texts } from '#shared/texts/waited-for'
import { useSay } from '../../components/language-context.ts'

type OrderProgressBarProps = {
  cycle: CycleProgress
  unitName: (unitPath: string) => string
  /** Where the shops of a unit that have not ordered are listed. */
  hrefOf: (unitPath: string) => string
}

/** How many shops of a cycle have ordered: in words, as a bar, and as a table by unit. */
export function OrderProgressBar({ cycle, unitName, hrefOf }: OrderProgressBarProps) {
  const { t } = useSay()
  const words = useId()
  const { due, ordered, units } = cycle
  const left = due - ordered
  return (
    <div className="order-progress">
      <p id={words}>
        <strong>{t(texts.ordered, { ordered, due })}</strong>{' '}
        <span className="text-soft">{left > 0 ? t(texts.left, { count: left }) : t(texts.allIn)}</span>
      </p>
      <progress className="progress" value={ordered} max={Math.max(1, due)} aria-labelledby={words} />
      {units.length > 1 && (
        <details>
          <summary className="link">{t(texts.byUnit)}</summary>
          <ByUnit {...{ units, unitName, hrefOf }} />
        </details>
      )}
    </div>
  )
}

function ByUnit({
  units,
  unitName,
  hrefOf,
}: Pick<CycleProgress, 'units'> & Omit<OrderProgressBarProps, 'cycle'>) {
  const { t } = useSay()
  return (
    <table className="ledger">
      <thead>
        <tr>
          <th scope="col">{t(texts.unit)}</th>
          <th scope="col" className="number">
            {t(texts.orderedColumn)}
          </th>
          <th scope="col" className="number">
            {t(texts.leftColumn)}
          </th>
        </tr>
      </thead>
      <tbody>
        {units.map(({ unitPath, due, ordered }) => (
          <tr key={unitPath}>
            <th scope="row">
              <a className="link" href={hrefOf(unitPath)}>
                {unitName(unitPath)}
              </a>
            </th>
            <td className="number">{ordered}</td>
            <td className="number">{due - ordered}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
