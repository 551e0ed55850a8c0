import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { gtinCheckDigit } from '#shared/gtin'
import { orderCameraTexts as texts } from '#shared/texts/order-camera'
import { orderEntryTexts } from '#shared/texts/order-entry'
import { orderMendTexts } from '#shared/texts/order-mend'
import { browserSettings } from '../support/browser.ts'
import { someProducts } from '../support/builders.ts'
import { filmBarcode } from './barcode-film.ts'
import { type Dealer, dealerAt } from './dealer-steps.ts'
import {
  expectAccessible,
  goods,
  OWNER_MAIL,
  openPlace,
  openWindow,
  type Place,
  signInByMail,
  takePicture,
  withCookiesOf,
} from './shop.ts'

const BARCODE = `690123456789${gtinCheckDigit('690123456789')}`
let place: Place
let page: Page
let dealer: Dealer
const asked: string[] = []

beforeAll(async () => {
  const shop = await openPlace()
  await someProducts(shop.world, [{ code: 'YL-8', name: goods.ziyun, price: 17_000, barcode: BARCODE }])
  await shop.browser.close()
  const film = join(mkdtempSync(join(tmpdir(), 'film-')), 'barcode.y4m')
  filmBarcode(film, BARCODE)
  const settings = await browserSettings()
  const cameras = [
    ...['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
    `--use-file-for-fake-video-capture=${film}`,
  ]
  const browser = await chromium.launch({ ...settings, args: [...settings.args, ...cameras] })
  place = { ...shop, browser, end: () => browser.close().then(() => shop.portal.end()) }
  page = await openWindow(place)
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  dealer = dealerAt(page, 'zh')
  await signInByMail(page, OWNER_MAIL)
})
afterAll(() => place?.end())

const isOn = () =>
  page.evaluate(() => {
    const { srcObject } = document.querySelector('video') ?? {}
    return (
      srcObject instanceof MediaStream &&
      srcObject.getTracks().some(({ readyState }) => readyState === 'live')
    )
  })

async function openCamera(at: Dealer): Promise<void> {
  await at.visit('order/')
  await at.quantityOf(goods.yunling).waitFor()
  await at.named('button', orderEntryTexts.camera).click()
}

it('who refuses the camera reads what to do', async () => {
  const refusing = await withCookiesOf(page, place, {})
  await refusing.addInitScript(() => {
    // The browser of the tests has no question to refuse: this is what a refused one answers.
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))
  })
  const loaded: string[] = []
  refusing.on('request', (request) => loaded.push(request.url()))
  await openCamera(dealerAt(refusing, 'zh'))
  await refusing.getByText(texts.refused.zh).waitFor()
  await expectAccessible(refusing, 'a refused camera')
  await takePicture(refusing, 'journey-camera-refused-zh-360')
  expect(loaded.filter((url) => url.endsWith('.wasm'))).toEqual([])
  await refusing.context().close()
})

it('a barcode before the camera goes into its row', async () => {
  await openCamera(dealer)
  await page.getByText(dealer.t(texts.added, { name: goods.ziyun.zh }), { exact: true }).waitFor()
  expect(new Set(asked.filter((path) => path.endsWith('.wasm'))).size).toBe(1)
  expect(await isOn()).toBe(true)
  await takePicture(page, 'journey-camera-zh-360')
})

it('closing the scanner turns the camera off', async () => {
  await page.evaluate(() => {
    const { srcObject } = document.querySelector('video') ?? {}
    if (srcObject instanceof MediaStream) Object.assign(globalThis, { tracksOfCamera: srcObject.getTracks() })
  })
  await dealer.named('button', orderMendTexts.close).click()
  const states = () =>
    page.evaluate(() => {
      const tracks: unknown = Reflect.get(globalThis, 'tracksOfCamera')
      return Array.isArray(tracks) ? tracks.map(({ readyState }) => readyState) : []
    })
  await expect.poll(states).toEqual(['ended'])
  // Held still before the camera all the while, it was counted once.
  expect(await dealer.quantityOf(goods.ziyun).inputValue()).toBe('1')
})

it('a browser that reads barcodes itself loads nothing', async () => {
  const own = await withCookiesOf(page, place, {})
  const loaded: string[] = []
  own.on('request', (request) => loaded.push(new URL(request.url()).pathname))
  await own.addInitScript((code) => {
    class OwnReader {
      static getSupportedFormats = async () => ['ean_13', 'ean_8', 'upc_a', 'itf']
      detect = async () => [{ rawValue: code }]
    }
    Object.assign(globalThis, { BarcodeDetector: OwnReader })
  }, BARCODE)
  await openCamera(dealerAt(own, 'zh'))
  await own.getByText(dealer.t(texts.added, { name: goods.ziyun.zh }), { exact: true }).waitFor()
  expect(loaded.filter((path) => path.endsWith('.wasm'))).toEqual([])
})
