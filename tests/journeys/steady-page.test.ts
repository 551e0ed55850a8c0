import { afterAll, beforeAll, expect, it } from 'vitest'
import { anApprovalOf, OWNER_MAIL, openPlace, openWindow, type Place, signInByMail } from './shop.ts'

const LOADS = 8
const SLOWER = 4
/** Of the window's area times its height. */
const LEAST_SEEN = 0.01

let place: Place

beforeAll(async () => {
  place = await openPlace()
  await anApprovalOf(place)
})
afterAll(() => place?.end())

/** Run in the page before all else: notes how far things moved that one had seen already. */
function watchShifts(): void {
  const moved: number[] = []
  Object.assign(globalThis, { moved })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if ('value' in entry) moved.push(Number(entry.value))
  }).observe({ type: 'layout-shift', buffered: true })
}

it('nothing jumps on the page about oneself', async () => {
  const page = await openWindow(place)
  await signInByMail(page, OWNER_MAIL)
  await page.addInitScript(watchShifts)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  for (let load = 0; load < LOADS; load += 1) {
    await page.goto('/zh/me/')
    await page.locator('#signed-in').waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(`moved.filter((share) => share > ${LEAST_SEEN})`)).toEqual([])
  }
})
