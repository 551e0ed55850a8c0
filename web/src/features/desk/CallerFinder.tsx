import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { FoundCustomer } from '#shared/accounts'
import type { CustomerId } from '#shared/ids'
import { deskTexts as texts } from '#shared/texts/desk'
import { useSay } from '../../components/language-context.ts'
import { Trouble } from '../../components/Trouble.tsx'
import { useBatchName } from '../calendar/use-batches.ts'
import { findCallersQuery } from './desk-queries.ts'

const REST_MILLISECONDS = 150

type CallerFinderProps = {
  text: string
  chosen: string
  onFind: (text: string) => void
  onChoose: (customerId: CustomerId) => void
}

/** Finds who is calling as one types or pastes; the keyboard alone is enough. */
export function CallerFinder({ text: asked, chosen, onFind, onChoose }: CallerFinderProps) {
  const { t } = useSay()
  const box = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [text, setText] = useState(asked)
  const { data, error, refetch, isFetching } = useQuery(findCallersQuery(asked))
  /** What Enter was pressed on before its answer was there. */
  const [taken, setTaken] = useState<string>()
  const sought = text.trim()
  useEffect(() => {
    if (sought === asked) return
    const rest = setTimeout(() => onFind(sought), REST_MILLISECONDS)
    return () => clearTimeout(rest)
  }, [sought, asked, onFind])
  useSlash(box)
  const found = asked === '' ? [] : (data?.items ?? [])
  const first = data?.items[0]
  const takeFirst = useEffectEvent((customerId: CustomerId) => {
    setTaken(undefined)
    onChoose(customerId)
  })
  useEffect(() => {
    if (taken !== undefined && taken === asked && first) takeFirst(first.customerId)
  }, [taken, asked, first])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && sought !== '') {
      setTaken(sought)
      if (sought !== asked) onFind(sought)
    }
    if (event.key === 'ArrowDown') list.current?.querySelector('button')?.focus()
    if (event.key === 'Enter' || event.key === 'ArrowDown') event.preventDefault()
  }
  return (
    <section>
      <label className="field">
        <span>{t(texts.caller)}</span>
        <input
          ref={box}
          className="text-box"
          type="search"
          autoComplete="off"
          // The next caller is what the page is for.
          // biome-ignore lint/a11y/noAutofocus: the page has one task
          autoFocus
          placeholder={t(texts.callerHint)}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setTaken(undefined)
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <p className="facts only-wide my-2">{t(texts.keys)}</p>
      {error && <Trouble isPart error={error} onRetry={() => void refetch()} />}
      <ul ref={list} className="callers" aria-label={t(texts.found)} onKeyDown={stepThrough}>
        {found.map((card) => (
          <Caller
            key={card.customerId}
            card={card}
            isChosen={card.customerId === chosen}
            onChoose={() => onChoose(card.customerId)}
          />
        ))}
      </ul>
      {asked !== '' && found.length === 0 && !error && (
        <p className="text-soft" role="status">
          {t(isFetching ? texts.searching : texts.none)}
        </p>
      )}
    </section>
  )
}

type CallerProps = { card: FoundCustomer; isChosen: boolean; onChoose: () => void }

function Caller({ card, isChosen, onChoose }: CallerProps) {
  const { t, language } = useSay()
  const batchName = useBatchName()
  const { name, number, code, batch, isOnHold } = card
  return (
    <li>
      <button type="button" className="caller" aria-pressed={isChosen} onClick={onChoose}>
        <strong>{name[language]}</strong>
        <span className="facts">{[number, code, batch && batchName(batch)].filter(Boolean).join(' · ')}</span>
        {isOnHold && <span className="pill is-refused">{t(texts.onHold)}</span>}
      </button>
    </li>
  )
}

/** Arrows go from one shop to the next. */
function stepThrough(event: KeyboardEvent<HTMLUListElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const here = buttons.findIndex((button) => button.matches(':focus'))
  buttons[here + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
  event.preventDefault()
}

/** `/` anywhere on the page goes to the box. */
function useSlash(box: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const go = (event: globalThis.KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
      if (event.key !== '/' || isTyping) return
      event.preventDefault()
      box.current?.focus()
    }
    addEventListener('keydown', go)
    return () => removeEventListener('keydown', go)
  }, [box])
}
