import { lazy, Suspense, useState } from 'react'
import type { SessionView } from '#shared/identity'
import type { Language } from '#shared/languages'
import type { Preferences, SavePreferences } from '#shared/notifications'
import { preferenceTexts as texts } from '#shared/texts/preferences'
import { RecordFormFrame } from '../../components/form/RecordFormFrame.tsx'
import { useRecordForm, type Versioned } from '../../components/form/use-record-form.ts'
import { useSay } from '../../components/language-context.ts'
import { Portal } from '../../components/Portal.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { useAnswer } from '../../components/use-answer.ts'
import { KindWays } from './KindWays.tsx'
import { readPreferences, savePreferences } from './message-queries.ts'
import { PreferenceHistory } from './PreferenceHistory.tsx'
import { DigestFields, QuietFields } from './TimeFields.tsx'

const OwnHistories = lazy(async () => ({ default: (await import('./OwnHistories.tsx')).OwnHistories }))

/** Where a person chooses how they are told. */
export function PreferencesPage({ language }: { language: Language }) {
  return <Portal language={language}>{(session) => <Choosing session={session} />}</Portal>
}

function Choosing({ session }: { session: SessionView }) {
  const { t, language } = useSay()
  const { data, error, again } = useAnswer('preferences', readPreferences)
  return (
    <>
      <a className="link" href={`/${language}/me/`}>
        ← {t(texts.back)}
      </a>
      <h1 className="mb-1">{t(texts.title)}</h1>
      <p className="text-soft mb-4">{t(texts.lead)}</p>
      {error !== undefined && <Trouble isPart error={error} onRetry={again} />}
      {!data && !error && <Skeleton />}
      {data && <PreferenceForm stored={data} personId={session.personId ?? ''} />}
    </>
  )
}

function PreferenceForm({ stored, personId }: { stored: Preferences; personId: string }) {
  const [savedVersion, setSavedVersion] = useState(stored.version)
  const form = useRecordForm<SavePreferences>({
    name: `preferences ${personId}`,
    record: versioned(stored),
    save: async (fields, version) => {
      const saved = await savePreferences(fields, version)
      setSavedVersion(saved.version)
      return versioned(saved)
    },
    reread: async () => versioned(await readPreferences()),
  })
  const names = { kinds: texts.kinds, quiet: texts.quiet, digest: texts.digest }
  return (
    <>
      <RecordFormFrame form={form} words={{ names, wordsFor: (_, value) => timesIn(value) }}>
        <div className="cards">
          <KindWays kinds={form.fields.kinds} reached={stored} onChange={(kinds) => form.set({ kinds })} />
          <QuietFields quiet={form.fields.quiet} onChange={(quiet) => form.set({ quiet })} />
          <DigestFields digest={form.fields.digest} onChange={(digest) => form.set({ digest })} />
        </div>
      </RecordFormFrame>
      <div className="mt-4">
        <PreferenceHistory version={savedVersion} />
        <Suspense>
          <OwnHistories />
        </Suspense>
      </div>
    </>
  )
}

function versioned({ kinds, quiet, digest, version }: Preferences): Versioned<SavePreferences> {
  return { fields: { kinds, quiet, digest }, version }
}

/** The times that a choice holds, to tell two versions of it apart. */
function timesIn(chosen: unknown): string {
  const { from, to, at }: Partial<Record<'from' | 'to' | 'at', string>> =
    typeof chosen === 'object' && chosen !== null ? chosen : {}
  return [from, to, at].filter((time) => time !== undefined).join('–')
}
