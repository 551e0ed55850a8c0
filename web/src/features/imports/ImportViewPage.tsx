import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportView } from '#shared/imports'
import type { Language } from '#shared/languages'
import { importFailedTexts as nextTexts } from '#shared/texts/import-failed'
import { importTexts as texts } from '#shared/texts/imports'
import { Asked } from '../../components/Asked.tsx'
import { BackToList } from '../../components/BackToList.tsx'
import { useSay } from '../../components/language-context.ts'
import { Refused } from '../../components/Refused.tsx'
import { StaffPortal } from '../../components/StaffPortal.tsx'
import { DiscardImport } from './DiscardImport.tsx'
import { ImportHistory } from './ImportHistory.tsx'
import { ImportResult } from './ImportResult.tsx'
import { ImportRows } from './ImportRows.tsx'
import { ImportState } from './ImportState.tsx'
import { importQuery, isBusy, takeStep } from './import-queries.ts'
import { MatchColumns } from './MatchColumns.tsx'
import { RefusedFile } from './RefusedFile.tsx'

/** One import, step by step: match the columns, see what each row would do, confirm, and what became of it. */
export function ImportViewPage({ language }: { language: Language }) {
  return (
    <StaffPortal language={language} deed="importFiles" title={texts.title}>
      {() => <ImportOfAddress />}
    </StaffPortal>
  )
}

function ImportOfAddress() {
  const importId = location.pathname.split('/').find((part) => part.startsWith('imp_')) ?? ''
  const found = useQuery(importQuery(importId))
  return (
    <Asked of={found} isPage>
      {(one) => <OneImport one={one} />}
    </Asked>
  )
}

function OneImport({ one }: { one: ImportView }) {
  const { t } = useSay()
  return (
    <>
      <BackToList list="imports" name={texts.back} />
      <div className="page-head">
        <div>
          <h1>
            {t(texts[one.kind])} <ImportState one={one} />
          </h1>
          <p className="facts">{one.fileName}</p>
        </div>
      </div>
      {one.problem && (
        <div className="notice bad" role="alert">
          <p>{one.message ?? one.problem}</p>
          <NextStep one={one} />
        </div>
      )}
      {isBusy(one) && <Progress one={one} />}
      <Steps key={one.importId} one={one} />
      <ImportHistory one={one} />
    </>
  )
}

/** What to do after a phase that came to nothing, by where the import went back to. */
function NextStep({ one: { state } }: { one: ImportView }) {
  const { t } = useSay()
  if (state === 'read') return <p>{t(nextTexts.previewing)}</p>
  if (state === 'previewed') return <p>{t(nextTexts.applying)}</p>
  return state === 'applied' ? <p>{t(nextTexts.undoing)}</p> : null
}

function Progress({ one }: { one: ImportView }) {
  const { t } = useSay()
  return (
    <div className="card mb-4" role="status">
      <p>
        {t(texts[one.state])} · {t(texts.progress, { done: one.done, total: one.total })}
      </p>
      <progress
        className="progress"
        {...(one.total > 0 && { value: one.done, max: one.total })}
        aria-label={t(texts[one.state])}
      />
    </div>
  )
}

function Steps({ one }: { one: ImportView }) {
  const [isMatchingAgain, setMatchingAgain] = useState(false)
  const isMatching = one.state === 'read' || (one.state === 'previewed' && isMatchingAgain)
  if (isMatching)
    return (
      <>
        <MatchColumns key={one.version} one={one} onPreview={() => setMatchingAgain(false)} />
        <div className="actions mt-3">
          <DiscardImport one={one} />
        </div>
      </>
    )
  if (one.state === 'waiting') return <Unread one={one} />
  return (
    <>
      {one.state === 'previewed' && <Confirm one={one} onMatchAgain={() => setMatchingAgain(true)} />}
      {one.state === 'applied' && <ImportResult one={one} />}
      {one.state === 'undone' && (one.verdicts.refused ?? 0) > 0 && <Left one={one} />}
      {one.total > 0 && !isBusy(one) && <ImportRows one={one} />}
    </>
  )
}

/** What was begun and never read: its file did not arrive, or could not be opened. */
function Unread({ one }: { one: ImportView }) {
  const { t, language } = useSay()
  return (
    <section className="card">
      <p className="mb-3">{t(texts.unread)}</p>
      <div className="actions">
        <a className="button" href={`/${language}/staff/imports/`}>
          {t(texts.sendAgain)}
        </a>
        <DiscardImport one={one} />
      </div>
    </section>
  )
}

/** What an import that was taken back still has to give. */
function Left({ one }: { one: ImportView }) {
  const { t } = useSay()
  return (
    <section className="card first mb-4">
      <h2>{t(texts.doneTitle)}</h2>
      <RefusedFile one={one} />
    </section>
  )
}

function Confirm({ one, onMatchAgain }: { one: ImportView; onMatchAgain: () => void }) {
  const { t } = useSay()
  const client = useQueryClient()
  const confirming = useMutation({
    mutationFn: () => takeStep(one.importId, 'confirmation'),
    onSettled: () => client.invalidateQueries({ queryKey: importQuery(one.importId).queryKey }),
  })
  const { new: added = 0, changed = 0, refused = 0 } = one.verdicts
  const isBarred = one.options.isAllOrNothing && refused > 0
  return (
    <section className="card first mb-4">
      <h2>{t(texts.previewTitle)}</h2>
      <p className="mb-3">{t(texts.confirmHint, { new: added, changed, refused })}</p>
      <Consequence one={one} />
      <div className="actions">
        <button
          type="button"
          className="button"
          disabled={confirming.isPending || isBarred || added + changed === 0}
          onClick={() => confirming.mutate()}
        >
          {t(texts.confirm)}
        </button>
        <button type="button" className="quiet" onClick={onMatchAgain}>
          {t(texts.matchAgain)}
        </button>
        <DiscardImport one={one} />
      </div>
      <Refused error={confirming.error} className="mt-3" />
      {refused > 0 && <RefusedFile one={one} />}
    </section>
  )
}

/** What confirming does beside the rows themselves, and what it leaves alone. */
function Consequence({ one: { kind } }: { one: ImportView }) {
  const { t } = useSay()
  if (kind === 'products' || kind === 'prices') return <p className="mb-3">{t(texts.publishesOwn)}</p>
  return kind === 'limits' ? <p className="mb-3">{t(texts.othersStay)}</p> : null
}
