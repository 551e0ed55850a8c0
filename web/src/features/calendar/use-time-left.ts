import { useEffect, useState } from 'react'
import type { CycleView } from '#shared/calendar'
import { clockOffset } from './time-left.ts'

export type Window = { cycle: CycleView; receivedAt: number }

// Timers hold at most 24.8 days; a window that far away needs no alarm.
const LONGEST_TIMER_MILLISECONDS = 2_000_000_000

/** Milliseconds until the window closes by the server's clock, counted each second. */
export function useTimeLeft(window: Window): number {
  const [left, setLeft] = useState(() => leftOf(window))
  useEffect(() => {
    setLeft(leftOf(window))
    const timer = setInterval(() => setLeft(leftOf(window)), 1000)
    return () => clearInterval(timer)
  }, [window])
  return left
}

/** True once the window has closed; renders again only then. */
export function useIsOver(window: Window | undefined): boolean {
  const [isOver, setOver] = useState(() => window !== undefined && leftOf(window) <= 0)
  useEffect(() => {
    const left = window ? leftOf(window) : 0
    setOver(window !== undefined && left <= 0)
    if (left <= 0 || left > LONGEST_TIMER_MILLISECONDS) return
    const timer = setTimeout(() => setOver(true), left)
    return () => clearTimeout(timer)
  }, [window])
  return isOver
}

/** Milliseconds until the window closes by the server's clock, now. */
export function leftOf({ cycle, receivedAt }: Window): number {
  return Date.parse(cycle.closesAt) - Date.now() - clockOffset(cycle.now, receivedAt)
}
