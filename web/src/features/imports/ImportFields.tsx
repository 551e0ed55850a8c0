import { type ImportKind, importStateNames } from '#shared/import-words'
import { importListTexts as listedTexts } from '#shared/texts/import-list'
import { importTexts as texts } from '#shared/texts/imports'
import { listTexts } from '#shared/texts/lists'
import { ChoiceField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { FilterFold } from '../../components/list/FilterFold.tsx'
import type { ImportFilters } from './import-queries.ts'

type ImportFieldsProps = {
  /** The kinds that a person brings, and sees. */
  kinds: readonly ImportKind[]
  filters: ImportFilters
  onChange: (changes: Partial<ImportFilters>) => void
}

/** What the list of imports is narrowed to. */
export function ImportFields({ kinds, filters, onChange }: ImportFieldsProps) {
  const { t } = useSay()
  const { kind, ...narrowed } = filters
  return (
    <FilterFold
      first={
        <ChoiceField
          label={t(listedTexts.kind)}
          value={kind}
          none={t(listTexts.all)}
          options={kinds.map((value) => ({ value, name: t(texts[value]) }))}
          onChange={(chosen) => onChange({ kind: chosen })}
        />
      }
      set={narrowed}
      onClear={onChange}
    >
      <ChoiceField
        label={t(texts.state)}
        value={filters.state}
        none={t(listTexts.all)}
        options={importStateNames.map((value) => ({ value, name: t(texts[value]) }))}
        onChange={(state) => onChange({ state })}
      />
      <ChoiceField
        label={t(listedTexts.startedBy)}
        value={filters.by}
        none={t(listedTexts.anyone)}
        options={[{ value: 'me', name: t(listedTexts.me) }]}
        onChange={(by) => onChange({ by })}
      />
    </FilterFold>
  )
}
