import type { OddityCounts } from '#shared/oddities'
import { oddityKinds } from '#shared/oddity-kinds'
import { oddityTexts as texts } from '#shared/texts/oddities'
import { BarTable } from '../../components/chart/BarTable.tsx'
import { useSay } from '../../components/language-context.ts'
import { formatCount } from '../../formats.ts'
import { useUnitName } from '../accounts/UnitSelect.tsx'

/** How many shops of a cycle are worth a look, by reason and by unit. */
export function OddityTally({ counts }: { counts: OddityCounts }) {
  const { t, language } = useSay()
  const unitName = useUnitName()
  const { shops, open, kinds, units } = counts
  if (shops === 0) return null
  const count = (number: number) => formatCount(number, language)
  const mostOfUnit = Math.max(...units.map((unit) => unit.shops))
  return (
    <section className="card tally mb-4">
      <p>{t(texts.summary, { shops, open })}</p>
      <div className="tally-parts">
        <BarTable
          caption={t(texts.byKind)}
          heads={[t(texts.kind), t(texts.shops)]}
          rows={oddityKinds.map((kind) => ({
            key: kind,
            name: t(texts[kind]),
            share: kinds[kind] / shops,
            numbers: [count(kinds[kind])],
          }))}
        />
        {units.length > 1 && (
          <BarTable
            caption={t(texts.byUnit)}
            heads={[t(texts.unit), t(texts.shops), t(texts.openCount)]}
            rows={units.map((unit) => ({
              key: unit.unitPath,
              name: unitName(unit.unitPath),
              share: unit.shops / mostOfUnit,
              numbers: [count(unit.shops), count(unit.open)],
            }))}
          />
        )}
      </div>
    </section>
  )
}
