import type { FirstStep } from '#shared/company'
import type { Language } from '#shared/languages'
import { firstStepTexts as texts } from '#shared/texts/first-steps'
import { Icon } from '../../components/Icon.tsx'
import { useSay } from '../../components/language-context.ts'
import { formatMoment } from '../../formats.ts'

type FirstStepsProps = { steps: readonly FirstStep[]; timeZone: string }

/** What leads a new company until its shops can order: each step as it stands, where it is done, and what it takes. */
export function FirstSteps({ steps, timeZone }: FirstStepsProps) {
  const { t } = useSay()
  const count = steps.filter(({ state }) => state !== 'done').length
  return (
    <section className="card first mb-6" aria-labelledby="first-steps">
      <h2 id="first-steps">{t(texts.title, { count })}</h2>
      <p className="text-soft mb-2">{t(texts.lead)}</p>
      <ol className="first-steps">
        {steps.map((step) => (
          <Row
            key={step.step}
            of={step}
            isMine={(other) => steps.some((mine) => mine.step === other)}
            zone={timeZone}
          />
        ))}
      </ol>
    </section>
  )
}

type RowProps = { of: FirstStep; isMine: (step: FirstStep['step']) => boolean; zone: string }

function Row({ of: { step, state, waitsFor, count = 0, isMore, of, at, to }, isMine, zone }: RowProps) {
  const { t, language } = useSay()
  const facts = {
    count: isMore ? `${count}+` : count,
    of,
    ...(at && { time: formatMoment(at, zone, language) }),
  }
  const names = waitsFor.map((other) =>
    isMine(other) ? t(texts[other]) : t(texts.byOthers, { step: t(texts[other]) }),
  )
  const { icon, className } = looks[state]
  return (
    <li className="first-step">
      <span className="row-head">
        <a className="link" href={`/${language}/${to}`}>
          {t(texts[step])}
        </a>
        {(at ?? count > 0) && <span className="facts">{t(texts[`${step}Count`], facts)}</span>}
      </span>
      <span className={`pill ${className}`}>
        <Icon name={icon} />
        {t(texts[state])}
      </span>
      {state !== 'done' && (
        <p className="text-soft col-span-full">
          {names.length > 0 && <strong>{t(texts.after, { steps: listed(names, language) })} </strong>}
          {t(texts[`${step}Hint`])}
        </p>
      )}
    </li>
  )
}

const looks = {
  done: { icon: 'done', className: 'is-done' },
  next: { icon: 'attention', className: 'is-attention' },
  waiting: { icon: 'waiting', className: 'is-waiting' },
} as const

function listed(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
}
