import type { ImportView } from '#shared/imports'
import { importTexts as texts } from '#shared/texts/imports'
import { Icon } from '../../components/Icon.tsx'
import { useSay } from '../../components/language-context.ts'

const looks = {
  waiting: 'waiting',
  read: 'attention',
  previewing: 'waiting',
  previewed: 'attention',
  applying: 'waiting',
  applied: 'done',
  undoing: 'waiting',
  undone: 'refused',
  discarded: 'refused',
} as const satisfies Record<ImportView['state'], string>

/** Where an import stands, in a word, a colour and an icon. */
export function ImportState({ one: { state } }: { one: ImportView }) {
  const { t } = useSay()
  return (
    <span className={`pill is-${looks[state]}`}>
      <Icon name={looks[state]} />
      {t(texts[state])}
    </span>
  )
}
