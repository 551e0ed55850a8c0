import type { TemplateVersion } from '#shared/notifications'
import { wordingTexts as texts } from '#shared/texts/wording'
import { useSay } from '../../components/language-context.ts'
import { useFullMoment } from '../accounts/use-full-moment.ts'

type VersionsProps = { versions: readonly TemplateVersion[]; onTake: (version: TemplateVersion) => void }

/** What a template said before, newest first; an old version can be taken up again. */
export function Versions({ versions, onTake }: VersionsProps) {
  const { t, language } = useSay()
  const moment = useFullMoment()
  if (versions.length === 0) return null
  return (
    <details className="card mt-4">
      <summary className="link">{t(texts.versions)}</summary>
      <ul className="cards">
        {versions.map((version) => (
          <li key={version.version}>
            <p className="facts">
              {t(texts.version, {
                version: version.version,
                name: version.by,
                time: moment(version.at),
              })}
              {version.isDefault && ` · ${t(texts.standard)}`}
            </p>
            <p>
              <strong>{version[language].subject}</strong> {version[language].text}
            </p>
            <button type="button" className="quiet" onClick={() => onTake(version)}>
              {t(texts.useAgain)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
