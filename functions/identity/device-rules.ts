import type { Browser, Device, System } from '#shared/devices'

type Sign<Name> = readonly [RegExp, Name]

// Most programs call themselves Chrome and Safari as well, so what is rarer stands first.
const signsOfBrowsers: ReadonlyArray<Sign<Browser>> = [
  [/wxwork/i, 'wecom'],
  [/MicroMessenger/i, 'wechat'],
  [/DingTalk/i, 'dingtalk'],
  [/AlipayClient/i, 'alipay'],
  [/baiduboxapp|BIDUBrowser/i, 'baidu'],
  [/Quark\//i, 'quark'],
  [/UCBrowser|UCWEB/i, 'uc'],
  [/QQBrowser/i, 'qq'],
  [/HuaweiBrowser|ArkWeb/i, 'huawei'],
  [/MiuiBrowser/i, 'xiaomi'],
  [/HeyTapBrowser/i, 'oppo'],
  [/VivoBrowser/i, 'vivo'],
  [/SamsungBrowser/i, 'samsung'],
  [/Edg(e|A|iOS)?\//, 'edge'],
  [/OPR\//, 'opera'],
  [/Firefox|FxiOS/, 'firefox'],
  [/Chrome|CriOS/, 'chrome'],
  [/Safari/, 'safari'],
]

const signsOfSystems: ReadonlyArray<Sign<System>> = [
  [/HarmonyOS/i, 'harmony'],
  [/iPhone/, 'iphone'],
  [/iPad/, 'ipad'],
  [/Android/, 'android'],
  [/Windows/, 'windows'],
  [/CrOS/, 'chromeos'],
  [/Macintosh|Mac OS X/, 'mac'],
  [/Linux/, 'linux'],
]

/** What kind of device calls itself this (the header `User-Agent`). */
export function deviceOf(userAgent = ''): Device {
  const told = userAgent.slice(0, 500)
  const browser = signsOfBrowsers.find(([sign]) => sign.test(told))?.[1] ?? 'other'
  const system = signsOfSystems.find(([sign]) => sign.test(told))?.[1] ?? 'other'
  return { browser, system }
}
