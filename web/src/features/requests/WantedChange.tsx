import type { ChangeRequest } from '#shared/requests'
import { requestTexts as texts } from '#shared/texts/requests'
import { useSay } from '../../components/language-context.ts'
import { wantedSteps } from './wanted-steps.ts'

/** What a request would change, from what to what; of a decided one what was asked alone, for the record has moved on. */
export function WantedChange({ request }: { request: ChangeRequest }) {
  const { t, language } = useSay()
  const isStep = request.state === 'asked' && request.kind !== 'contact'
  return (
    <>
      <dl className="steps">
        {wantedSteps(request, language).map(({ name, from, to }) => (
          <div key={name.en}>
            <dt>{t(name)}</dt>
            {isStep && from !== to && (
              <dd className="step-from">
                <span className="facts">{t(texts.from)} </span>
                {from || t(texts.nothingYet)}
              </dd>
            )}
            <dd className="step-to">
              {isStep && from !== to && <span className="facts">{t(texts.to)} </span>}
              {to || t(texts.nothingYet)}
            </dd>
          </div>
        ))}
      </dl>
      {request.fileUrl && (
        <a className="link" href={request.fileUrl} download>
          {t(texts.seePicture)}
        </a>
      )}
    </>
  )
}
