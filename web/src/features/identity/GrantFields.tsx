import type { StaffGrant } from '#shared/identity'
import { staffRoles } from '#shared/roles'
import { roleTexts, peopleTexts as texts } from '#shared/texts/people'
import { useSay } from '../../components/language-context.ts'
import { UnitSelect } from '../accounts/UnitSelect.tsx'

type GrantFieldsProps = { grants: readonly StaffGrant[]; onChange: (grants: readonly StaffGrant[]) => void }

/** Roles, each within a unit. */
export function GrantFields({ grants, onChange }: GrantFieldsProps) {
  const { t } = useSay()
  const replace = (at: number, grant: StaffGrant) =>
    onChange(grants.map((each, other) => (other === at ? grant : each)))
  return (
    <div className="cards">
      {grants.map((grant, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a grant has no name of its own
        <div className="fields" key={at}>
          <label className="field">
            <span>{t(texts.role)}</span>
            <select
              value={grant.role}
              onChange={(event) => {
                const role = staffRoles.find((each) => each === event.target.value)
                if (role) replace(at, { ...grant, role })
              }}
            >
              {staffRoles.map((role) => (
                <option key={role} value={role}>
                  {t(roleTexts[role])}
                </option>
              ))}
            </select>
          </label>
          <UnitSelect
            label={t(texts.unit)}
            value={grant.unitPath}
            isRequired
            onChange={(unitPath) => replace(at, { ...grant, unitPath })}
          />
          {grants.length > 1 && (
            <button
              type="button"
              className="quiet"
              onClick={() => onChange(grants.filter((_, other) => other !== at))}
            >
              {t(texts.removeGrant)}
            </button>
          )}
        </div>
      ))}
      <button
        type="button"
        className="quiet justify-self-start"
        onClick={() => onChange([...grants, { role: 'account-manager', unitPath: '' }])}
      >
        {t(texts.addGrant)}
      </button>
    </div>
  )
}
