import { languages } from '#shared/languages'
import { sampleFacts } from '#shared/message-samples'
import { type TemplateName, writeMessage } from '#shared/message-templates'
import type { SaveTemplate } from '#shared/notifications'
import { preferenceTexts } from '#shared/texts/preferences'
import { wordingTexts as texts } from '#shared/texts/wording'
import { useSay } from '../../components/language-context.ts'

/** How a template reads on each way, in both languages, with facts of a sample. */
export function WordingPreview({ template, wordings }: { template: TemplateName; wordings: SaveTemplate }) {
  const { t } = useSay()
  return (
    <section className="card preview" aria-live="polite">
      <h2>{t(texts.preview)}</h2>
      <p className="facts mb-2">{t(texts.previewHint)}</p>
      {languages.map((language) => {
        const link = `${location.origin}/${language}/`
        const { subject, inbox, mail, sms } = writeMessage(
          wordings[language],
          sampleFacts(template),
          language,
          link,
        )
        return (
          <dl key={language} className="preview-ways" lang={language === 'zh' ? 'zh-CN' : 'en'}>
            <dt>{t(texts.inbox)}</dt>
            <dd>
              <strong className="block">{subject}</strong>
              {inbox}
            </dd>
            <dt>{t(preferenceTexts.mail)}</dt>
            <dd>
              <strong className="block">{subject}</strong>
              {mail}
            </dd>
            <dt>{t(preferenceTexts.sms)}</dt>
            <dd>{sms}</dd>
          </dl>
        )
      })}
    </section>
  )
}
