import { useQuery } from '@tanstack/react-query'
import { customerKinds } from '#shared/accounts'
import { customerKindTexts, customerFieldTexts as fields } from '#shared/texts/customer-fields'
import { customerTexts as texts } from '#shared/texts/customers'
import { listTexts } from '#shared/texts/lists'
import { MomentField } from '../../components/form/MomentField.tsx'
import { ChoiceField, TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { FindBox } from '../../components/list/FindBox.tsx'
import { useBatchOptions } from '../calendar/use-batches.ts'
import { type CustomerFilters, companyQuery } from './account-queries.ts'
import { UnitSelect } from './UnitSelect.tsx'

type CustomerFilterFieldsProps = {
  filters: CustomerFilters
  onChange: (changes: Partial<CustomerFilters>) => void
}

/** Finds customers and narrows the list; the less common filters fold away. */
export function CustomerFilterFields({ filters, onChange }: CustomerFilterFieldsProps) {
  const { t } = useSay()
  const { text, unitPath, ...more } = filters
  const count = Object.values(more).filter(Boolean).length
  return (
    <>
      <div className="list-head">
        <FindBox hint={t(texts.findHint)} value={text} onChange={(typed) => onChange({ text: typed })} />
        <UnitSelect
          label={t(fields.unitPath)}
          value={unitPath}
          onChange={(path) => onChange({ unitPath: path })}
        />
      </div>
      <details className="more-filters" open={count > 0}>
        <summary className="link">
          {t(listTexts.filters)}
          {count > 0 && ` · ${count}`}
        </summary>
        <MoreFilters filters={filters} onChange={onChange} />
        {count > 0 && (
          <button
            type="button"
            className="quiet mt-2"
            onClick={() => onChange(Object.fromEntries(Object.keys(more).map((name) => [name, ''])))}
          >
            {t(listTexts.clearFilters)}
          </button>
        )}
      </details>
    </>
  )
}

function MoreFilters({ filters, onChange }: CustomerFilterFieldsProps) {
  const { t } = useSay()
  const { data: company } = useQuery(companyQuery)
  const batches = useBatchOptions(filters.batch)
  const all = t(listTexts.all)
  const isGraded = company?.preset !== 'traded'
  return (
    <div className="fields mt-2">
      {isGraded && (
        <>
          <TextField
            label={t(texts.gradeFrom)}
            type="number"
            value={filters.gradeFrom}
            onChange={(gradeFrom) => onChange({ gradeFrom })}
          />
          <TextField
            label={t(texts.gradeTo)}
            type="number"
            value={filters.gradeTo}
            onChange={(gradeTo) => onChange({ gradeTo })}
          />
          <ChoiceField
            label={t(fields.batch)}
            none={all}
            value={filters.batch}
            options={batches}
            onChange={(batch) => onChange({ batch })}
          />
        </>
      )}
      {!isGraded && (
        <TextField
          label={t(fields.customerClass)}
          value={filters.customerClass}
          onChange={(customerClass) => onChange({ customerClass })}
        />
      )}
      <TextField label={t(fields.route)} value={filters.route} onChange={(route) => onChange({ route })} />
      <ChoiceField
        label={t(fields.kind)}
        none={all}
        value={filters.kind}
        options={customerKinds.map((value) => ({ value, name: t(customerKindTexts[value]) }))}
        onChange={(kind) => onChange({ kind })}
      />
      <ChoiceField
        label={t(texts.canOrder)}
        none={all}
        value={filters.isOnHold}
        options={[
          { value: 'false', name: t(texts.canOrder) },
          { value: 'true', name: t(texts.onHold) },
        ]}
        onChange={(isOnHold) => onChange({ isOnHold })}
      />
      <MomentField
        label={t(texts.licenceBefore)}
        value={filters.licenceBefore}
        onChange={(licenceBefore) => onChange({ licenceBefore })}
      />
    </div>
  )
}
