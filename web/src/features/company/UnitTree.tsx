import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Unit } from '#shared/accounts'
import { companyTexts as texts } from '#shared/texts/company'
import { unitAbove } from '#shared/unit-path'
import { Asked } from '../../components/Asked.tsx'
import { useSay } from '../../components/language-context.ts'
import { unitsQuery } from '../accounts/account-queries.ts'
import { UnitDialog } from './UnitDialog.tsx'
import { type Deed, deeds } from './unit-deeds.ts'

/** The tree of units: each opens to what lies below it, and to what can be done with it. */
export function UnitTree({ mayChange }: { mayChange: boolean }) {
  const { t } = useSay()
  const tree = useQuery({ ...unitsQuery, staleTime: 0 })
  const [asked, setAsked] = useState<{ deed: Deed; unit: Unit }>()
  return (
    <section className="card mb-4">
      <h2>{t(texts.units)}</h2>
      <p className="facts mb-2">{t(texts.unitsHint)}</p>
      <Asked of={tree}>
        {({ items }) => (
          <Branch
            units={items}
            above={undefined}
            onAsk={mayChange ? (deed, unit) => setAsked({ deed, unit }) : undefined}
          />
        )}
      </Asked>
      {asked && (
        <UnitDialog
          key={`${asked.deed} ${asked.unit.path}`}
          {...asked}
          units={tree.data?.items ?? []}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  )
}

type BranchProps = {
  units: readonly Unit[]
  above: string | undefined
  onAsk: ((deed: Deed, unit: Unit) => void) | undefined
}

function Branch({ units, above, onAsk }: BranchProps) {
  const here = units.filter(({ path }) => unitAbove(path) === above)
  if (here.length === 0) return null
  return (
    <ul className="unit-tree">
      {here.map((unit) => (
        <Twig key={unit.path} unit={unit} units={units} onAsk={onAsk} />
      ))}
    </ul>
  )
}

function Twig({ unit, units, onAsk }: Omit<BranchProps, 'above'> & { unit: Unit }) {
  const { t, language } = useSay()
  const [isOpen, setOpen] = useState(!unit.path.includes('/'))
  const { path, name, levelName } = unit
  const below = units.filter((other) => unitAbove(other.path) === path).length
  return (
    <li>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <strong>{name[language]}</strong>{' '}
          <span className="facts">
            {[levelName?.[language], path.split('/').at(-1), below > 0 && t(texts.below, { count: below })]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </summary>
        {isOpen && onAsk && <Deeds unit={unit} isLeaf={below === 0} onAsk={onAsk} />}
        {isOpen && <Branch units={units} above={path} onAsk={onAsk} />}
      </details>
    </li>
  )
}

type DeedsProps = { unit: Unit; isLeaf: boolean; onAsk: (deed: Deed, unit: Unit) => void }

function Deeds({ unit, isLeaf, onAsk }: DeedsProps) {
  const { t, language } = useSay()
  const mayLeave = isLeaf && unit.path.includes('/')
  const possible: readonly Deed[] = mayLeave
    ? ['rename', 'addBelow', 'move', 'remove']
    : ['rename', 'addBelow']
  return (
    <div className="actions">
      {possible.map((deed) => (
        <button
          key={deed}
          type="button"
          className={deed === 'remove' ? 'quiet danger' : 'quiet'}
          aria-label={`${t(deeds[deed].name)} ${unit.name[language]}`}
          onClick={() => onAsk(deed, unit)}
        >
          {t(deeds[deed].name)}
        </button>
      ))}
    </div>
  )
}
