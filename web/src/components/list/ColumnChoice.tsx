import { listTexts as texts } from '#shared/texts/lists'
import { useSay } from '../language-context.ts'
import type { Column } from './columns.ts'

type ColumnChoiceProps<Row> = {
  columns: readonly Column<Row>[]
  shown: readonly string[]
  onChoose: (keys: string[]) => void
}

/** Chooses which columns a list shows; this browser remembers it. */
export function ColumnChoice<Row>({ columns, shown, onChoose }: ColumnChoiceProps<Row>) {
  const { t } = useSay()
  const toggle = (key: string) =>
    onChoose(columns.map((column) => column.key).filter((other) => shown.includes(other) !== (other === key)))
  return (
    <details className="column-choice">
      <summary className="link">{t(texts.columns)}</summary>
      <fieldset className="card">
        <legend className="sr-only">{t(texts.columns)}</legend>
        {columns.map(({ key, title }) => (
          <label key={key} className="check">
            <input type="checkbox" checked={shown.includes(key)} onChange={() => toggle(key)} />
            <span>{t(title)}</span>
          </label>
        ))}
      </fieldset>
    </details>
  )
}
