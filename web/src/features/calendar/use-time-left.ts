import { useEffect, useState } from 'react'
import type { CycleView } from '#shared/calendar'
import { clockOffset } from './time-left.ts'

export type Window = { cycle: CycleView; receivedAt: number }
export type WindowPhase = 'before' | 'open' | 'over'

// Timers hold at most 24.8 days; a window that far away needs no alarm.
const LONGEST_TIMER_MILLISECONDS = 2_000_000_000
const MOST_LATER_MILLISECONDS = 5000

/** Milliseconds until the window opens, or once it has, until it closes, by the server's clock; counted each second. */
export function useTimeLeft(window: Window): number {
  const [left, setLeft] = useState(() => untilTurn(window))
  useEffect(() => {
    setLeft(untilTurn(window))
    const timer = setInterval(() => setLeft(untilTurn(window)), 1000)
    return () => clearInterval(timer)
  }, [window])
  return left
}

/** Where the window stands by the server's clock, and renders again only when that turns; undefined without one. */
export function usePhase(window: Window | undefined): WindowPhase | undefined {
  const [phase, setPhase] = useState(() => window && phaseOf(window))
  useEffect(() => {
    setPhase(window && phaseOf(window))
    return window && atTurn(window, () => setPhase(phaseOf(window)))
  }, [window])
  return phase
}

/** Calls once after the window has opened or closed, whichever comes first; some seconds later, for thousands of shops
 * would ask in the same one. */
export function useAfterTurn(window: Window | undefined, onTurned: () => void): void {
  useEffect(
    () => window && atTurn(window, onTurned, Math.random() * MOST_LATER_MILLISECONDS),
    [window, onTurned],
  )
}

function atTurn(window: Window, onTurned: () => void, later = 0): (() => void) | undefined {
  const left = untilTurn(window)
  if (left <= 0 || left > LONGEST_TIMER_MILLISECONDS) return undefined
  const timer = setTimeout(onTurned, left + later)
  return () => clearTimeout(timer)
}

/** Where a window stands now, by the server's clock. */
export function phaseOf(window: Window): WindowPhase {
  if (leftOf(window) <= 0) return 'over'
  return untilOpening(window) > 0 ? 'before' : 'open'
}

/** Milliseconds until the window opens, and once it has, until it closes; by the server's clock, now. */
export function untilTurn(window: Window): number {
  const opening = untilOpening(window)
  return opening > 0 ? opening : leftOf(window)
}

function untilOpening({ cycle, receivedAt }: Window): number {
  return Date.parse(cycle.opensAt) - Date.now() - clockOffset(cycle.now, receivedAt)
}

/** Milliseconds until the window closes by the server's clock, now. */
function leftOf({ cycle, receivedAt }: Window): number {
  return Date.parse(cycle.closesAt) - Date.now() - clockOffset(cycle.now, receivedAt)
}
