import { describe, expect, it } from 'vitest'
import { deviceOf } from '../../functions/identity/device-rules.ts'

const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)'
const android = 'Mozilla/5.0 (Linux; Android 14; V2230A)'
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15'
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)'
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)'

const told: Array<[string, string, string]> = [
  ['wechat', 'android', `${android} ${webKit} Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.47`],
  ['wecom', 'iphone', `${iphone} Mobile/15E148 wxwork/4.1.20 MicroMessenger/7.0.1`],
  ['dingtalk', 'android', `${android} ${webKit} Chrome/100.0 Mobile Safari/537.36 AliApp(DingTalk/7.5)`],
  ['alipay', 'iphone', `${iphone} Mobile/15E148 AlipayClient/10.5.66`],
  ['baidu', 'android', `${android} ${webKit} Chrome/97.0 Mobile Safari/537.36 baiduboxapp/13.5`],
  ['quark', 'android', `${android} ${webKit} Chrome/100.0 Quark/6.9 Mobile Safari/537.36`],
  ['uc', 'android', `${android} ${webKit} Chrome/100.0 UCBrowser/16.4 Mobile Safari/537.36`],
  ['qq', 'android', `${android} ${webKit} Chrome/98.0 MQQBrowser/14.9 Mobile Safari/537.36`],
  ['huawei', 'harmony', `Mozilla/5.0 (Phone; OpenHarmony 5.0) ${webKit} Chrome/114.0 ArkWeb/4.1 HarmonyOS`],
  ['xiaomi', 'android', `${android} ${webKit} Chrome/112.0 Mobile Safari/537.36 XiaoMi/MiuiBrowser/18.5`],
  ['oppo', 'android', `${android} ${webKit} Chrome/115.0 Mobile Safari/537.36 HeyTapBrowser/40.8`],
  ['vivo', 'android', `${android} ${webKit} Chrome/112.0 Mobile Safari/537.36 VivoBrowser/20.8`],
  ['samsung', 'android', `${android} ${webKit} SamsungBrowser/24.0 Chrome/117.0 Mobile Safari/537.36`],
  ['edge', 'windows', `${windows} ${webKit} Chrome/122.0 Safari/537.36 Edg/122.0`],
  ['opera', 'windows', `${windows} ${webKit} Chrome/122.0 Safari/537.36 OPR/108.0`],
  ['firefox', 'linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:123.0) Gecko/20100101 Firefox/123.0'],
  ['chrome', 'mac', `${mac} ${webKit} Chrome/122.0 Safari/537.36`],
  ['chrome', 'chromeos', `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${webKit} Chrome/122.0 Safari/537.36`],
  ['chrome', 'iphone', `${iphone} CriOS/122.0 Mobile/15E148 Safari/604.1`],
  ['safari', 'ipad', 'Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) Version/16.6 Safari/604.1'],
  ['safari', 'mac', `${mac} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.3 Safari/605.1.15`],
  ['other', 'other', 'curl/8.5.0'],
  ['other', 'other', ''],
]

describe('the device of a session', () => {
  it.each(told)('%s on %s is known by what it calls itself', (browser, system, userAgent) => {
    expect(deviceOf(userAgent)).toEqual({ browser, system })
  })

  it('a browser that says nothing is some other one', () => {
    expect(deviceOf(undefined)).toEqual({ browser: 'other', system: 'other' })
  })
})
