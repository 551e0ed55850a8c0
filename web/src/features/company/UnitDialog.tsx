import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Unit } from '#shared/accounts'
import { companyTexts as texts } from '#shared/texts/company'
import { ApiProblem } from '../../api.ts'
import { AskDialog } from '../../components/AskDialog.tsx'
import { useSay } from '../../components/language-context.ts'
import { wordsOf } from '../../components/problem-words.ts'
import { companyQuery, unitsQuery } from '../accounts/account-queries.ts'
import { moveUnit, removeUnit, saveUnit } from './company-queries.ts'
import { UnitFields } from './UnitFields.tsx'
import { type Deed, deeds } from './unit-deeds.ts'

type UnitDialogProps = { deed: Deed; unit: Unit; units: readonly Unit[]; onClose: () => void }

/** Asks for what one deed on a unit needs. When someone else has changed the unit meanwhile, it says how it is called now,
 * and goes on from there. */
export function UnitDialog({ deed, unit, units, onClose }: UnitDialogProps) {
  const { t, language } = useSay()
  const client = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const [seen, setSeen] = useState(unit)
  const name = unit.name[language]
  const doing = useMutation({
    mutationFn: (data: FormData): Promise<unknown> => done(deed, seen, data),
    onSuccess: () => {
      dialog.current?.close()
      void client.invalidateQueries({ queryKey: unitsQuery.queryKey })
      return client.invalidateQueries({ queryKey: companyQuery.queryKey })
    },
    onError: async (error) => {
      if (!(error instanceof ApiProblem) || error.status !== 412) return
      const { items } = await client.fetchQuery({ ...unitsQuery, staleTime: 0 })
      setSeen(items.find(({ path }) => path === unit.path) ?? unit)
    },
  })
  const nowCalled = seen === unit ? '' : ` ${t(texts.nowIs, { name: `${seen.name.zh} / ${seen.name.en}` })}`
  return (
    <AskDialog
      dialog={dialog}
      isOpenAtOnce
      heading={t(deeds[deed].asked, { name })}
      action={t(deeds[deed].action)}
      isDangerous={deed === 'remove'}
      isWorking={doing.isPending}
      refusal={doing.error ? `${wordsOf(doing.error, language)}${nowCalled}` : undefined}
      onDo={(data) => doing.mutate(data)}
      onClose={onClose}
    >
      {(deed === 'rename' || deed === 'addBelow') && (
        <UnitFields unit={deed === 'rename' ? unit : undefined} />
      )}
      {deed === 'move' && <Under unit={unit} units={units} />}
      {deed === 'remove' && <p>{t(texts.removeHint)}</p>}
    </AskDialog>
  )
}

function Under({ unit, units }: Pick<UnitDialogProps, 'unit' | 'units'>) {
  const { t, language } = useSay()
  return (
    <label className="field">
      <span>{t(texts.under)}</span>
      <select name="under" required defaultValue="">
        <option value="" />
        {units
          .filter(({ path }) => path !== unit.path)
          .map(({ path, name }) => (
            <option key={path} value={path}>
              {'\u3000'.repeat(path.split('/').length - 1)}
              {name[language]}
            </option>
          ))}
      </select>
    </label>
  )
}

function done(deed: Deed, unit: Unit, data: FormData): Promise<unknown> {
  const text = (field: string) => String(data.get(field) ?? '').trim()
  if (deed === 'remove') return removeUnit(unit)
  if (deed === 'move') return moveUnit(unit, text('under'))
  const name = { zh: text('zh'), en: text('en') || text('zh') }
  const level = text('levelZh')
  const levelName = level ? { zh: level, en: text('levelEn') || level } : null
  const isNew = deed === 'addBelow'
  return saveUnit(
    isNew ? `${unit.path}/${text('code')}` : unit.path,
    { name, levelName },
    isNew ? 0 : unit.version,
  )
}
