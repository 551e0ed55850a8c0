import { useQueryClient } from '@tanstack/react-query'
import type { Company, CompanySettings } from '#shared/accounts'
import { currencies } from '#shared/money'
import { companyFieldTexts as fields, companyTexts as texts } from '#shared/texts/company'
import { NameFields } from '../../components/form/NameFields.tsx'
import { ChoiceField, TextField } from '../../components/form/RecordFields.tsx'
import { RecordFormFrame } from '../../components/form/RecordFormFrame.tsx'
import { type RecordForm, useRecordForm, type Versioned } from '../../components/form/use-record-form.ts'
import { useSay } from '../../components/language-context.ts'
import type { RecordWords } from '../../components/record-words.ts'
import { showCompany } from '../../show-company.ts'
import { companyQuery } from '../accounts/account-queries.ts'
import { BrandField } from './BrandField.tsx'
import { saveSettings } from './company-queries.ts'

type SettingsFormProps = { settings: CompanySettings; words: RecordWords }

/** Changes the settings of the company; the page wears a new colour as soon as it is kept. */
export function SettingsForm({ settings, words }: SettingsFormProps) {
  const client = useQueryClient()
  const form = useRecordForm({
    name: 'company',
    record: versionedOf(settings),
    save: async (draft, version) => versionedOf(await saveSettings(draft, version)),
    reread: async () => versionedOf(await companyQuery.queryFn()),
    onSaved: () => {
      void client.invalidateQueries({ queryKey: companyQuery.queryKey })
      void showCompany()
    },
  })
  return (
    <RecordFormFrame form={form} words={words}>
      <AtAnyTime form={form} />
      <OrderRules form={form} />
    </RecordFormFrame>
  )
}

type FormPart = { form: RecordForm<Company> }

function AtAnyTime({ form: { fields: settings, set, errorOf } }: FormPart) {
  const { t } = useSay()
  return (
    <div className="fields is-level">
      <NameFields texts={texts} name={settings.name} errorOf={errorOf} onChange={(name) => set({ name })} />
      <TextField
        label={t(fields.servicePhone)}
        type="tel"
        isOptional
        maxLength={40}
        value={settings.servicePhone}
        error={errorOf('servicePhone')}
        onChange={(servicePhone) => set({ servicePhone })}
      />
      <BrandField
        colour={settings.brandColour}
        error={errorOf('brandColour')}
        onChange={(brandColour) => set({ brandColour })}
      />
    </div>
  )
}

/** What judges orders and counts money: the server says when it may change. */
function OrderRules({ form: { fields: settings, set, errorOf } }: FormPart) {
  const { t } = useSay()
  const presets = ['supplied', 'traded'] as const
  const yesOrNo = [
    { value: 'true', name: t(texts.yes) },
    { value: 'false', name: t(texts.no) },
  ]
  return (
    <div className="fields is-level">
      {(['oneOrderACycle', 'pricesIncludeTax'] as const).map((rule) => (
        <ChoiceField
          key={rule}
          label={t(fields[rule])}
          hint={t(texts.ordersHint)}
          value={String(settings[rule])}
          options={yesOrNo}
          onChange={(chosen) => set({ [rule]: chosen === 'true' })}
        />
      ))}
      <ChoiceField
        label={t(fields.preset)}
        hint={t(texts.fixedHint)}
        value={settings.preset}
        options={presets.map((value) => ({ value, name: t(texts[value]) }))}
        onChange={(chosen) => set({ preset: presets.find((each) => each === chosen) ?? settings.preset })}
      />
      <ChoiceField
        label={t(fields.currency)}
        hint={t(texts.fixedHint)}
        value={settings.currency}
        options={currencies.map((value) => ({ value, name: value }))}
        onChange={(chosen) =>
          set({ currency: currencies.find((each) => each === chosen) ?? settings.currency })
        }
      />
      <TextField
        label={t(fields.timeZone)}
        hint={t(texts.zoneHint)}
        isRequired
        value={settings.timeZone}
        error={errorOf('timeZone')}
        onChange={(timeZone) => set({ timeZone })}
      />
    </div>
  )
}

function versionedOf({ version, ...fields }: CompanySettings): Versioned<Company> {
  return { version, fields }
}
