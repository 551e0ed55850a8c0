import { peopleTexts as texts } from '#shared/texts/people'
import { requestTexts } from '#shared/texts/requests'
import { useSay } from '../../components/language-context.ts'
import { partsOf, plainWords, type RecordWords } from '../../components/record-words.ts'
import { useUnitName } from '../accounts/UnitSelect.tsx'
import { useMemberWords, useRoleWord } from './use-member-words.ts'

/** How what a person is reads in its history: as a member, as a contact, as staff. */
export function usePeopleWords(): Record<'member' | 'contact' | 'staff', RecordWords> {
  const { language } = useSay()
  const unitName = useUnitName()
  const role = useRoleWord()
  const grants = (value: unknown) =>
    (Array.isArray(value) ? value.map(partsOf) : [])
      .map((grant) => `${role(grant.role)} · ${unitName(String(grant.unitPath))}`)
      .join('；')
  const wordsFor = (field: string, value: unknown) =>
    field === 'grants' ? grants(value) : plainWords(value, language)
  const { receivesDeliveries } = requestTexts
  const reach = { name: texts.name, phone: texts.phone, mail: texts.mail }
  return {
    member: useMemberWords(),
    contact: {
      names: { ...reach, title: requestTexts.contactTitle, receivesDeliveries },
      wordsFor,
    },
    staff: { names: { grants: texts.role, isDisabled: texts.disabled }, wordsFor },
  }
}
