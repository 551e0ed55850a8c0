import { roleTexts, peopleTexts as texts } from '#shared/texts/people'
import { requestTexts } from '#shared/texts/requests'
import { useSay } from '../../components/language-context.ts'
import { partsOf, plainWords, type RecordWords } from '../../components/record-words.ts'
import { useUnitName } from '../accounts/UnitSelect.tsx'

/** How what a person is reads in its history: as a member, as a contact, as staff. */
export function usePeopleWords(): Record<'member' | 'contact' | 'staff', RecordWords> {
  const { t, language } = useSay()
  const unitName = useUnitName()
  const texted = new Map(Object.entries(roleTexts))
  const role = (value: unknown) => {
    const text = texted.get(String(value))
    return text ? t(text) : ''
  }
  const grants = (value: unknown) =>
    (Array.isArray(value) ? value.map(partsOf) : [])
      .map((grant) => `${role(grant.role)} · ${unitName(String(grant.unitPath))}`)
      .join('；')
  const readings = new Map([
    ['role', role],
    ['grants', grants],
  ])
  const wordsFor = (field: string, value: unknown) =>
    readings.get(field)?.(value) ?? plainWords(value, language)
  const { receivesDeliveries } = requestTexts
  return {
    member: { names: { role: texts.role, isDisabled: texts.disabled }, wordsFor },
    contact: { names: { title: requestTexts.contactTitle, receivesDeliveries }, wordsFor },
    staff: { names: { grants: texts.role, isDisabled: texts.disabled }, wordsFor },
  }
}
