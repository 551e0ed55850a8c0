import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { pageStoppedTexts } from '#shared/texts/page-stopped'
import { watchIsland } from '../../web/src/watch-island.ts'

type Made = { textContent: string; children: Made[] }

let onError: () => void
let shown: unknown[]
const reload = vi.fn()
const stored = new Map<string, string>()

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-23T02:00:00Z') })
  stored.clear()
  reload.mockClear()
  shown = []
  const element = () => ({
    textContent: '',
    children: [] as Made[],
    setAttribute: () => undefined,
    addEventListener: () => undefined,
    append(...made: Made[]) {
      this.children.push(...made)
    },
  })
  vi.stubGlobal('document', { createElement: element, documentElement: { lang: 'zh-CN' } })
  vi.stubGlobal('location', { reload, pathname: '/zh/' })
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
  })
  vi.stubGlobal('addEventListener', (_: string, listener: () => void) => {
    onError = listener
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function watch(childElementCount: number): void {
  const replaceChildren = (...made: unknown[]) => void shown.push(...made)
  watchIsland({ childElementCount, replaceChildren })
}

function fail(): void {
  onError()
  vi.runAllTimers()
}

test('a page that lost its island is read anew once', () => {
  watch(0)
  fail()
  expect(reload).toHaveBeenCalledTimes(1)
  fail()
  expect(reload).toHaveBeenCalledTimes(1)
  const said = [pageStoppedTexts.title.zh, pageStoppedTexts.text.zh, pageStoppedTexts.again.zh]
  expect(shown).toMatchObject([{ children: said.map((textContent) => ({ textContent })) }])
})

test('without a network it says that it stopped', () => {
  vi.stubGlobal('navigator', { onLine: false })
  watch(0)
  fail()
  expect(reload).not.toHaveBeenCalled()
  expect(shown).toHaveLength(1)
})

test('an error that leaves the page standing changes nothing', () => {
  watch(1)
  fail()
  expect([reload.mock.calls, shown]).toEqual([[], []])
})
