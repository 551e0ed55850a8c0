/** Programs that people sign in with, as far as they can be told apart. */
export const browsers = [
  ...(['wecom', 'wechat', 'dingtalk', 'alipay', 'edge', 'opera', 'firefox', 'samsung', 'uc'] as const),
  ...(['qq', 'quark', 'huawei', 'xiaomi', 'oppo', 'vivo', 'baidu', 'chrome', 'safari', 'other'] as const),
] as const
export type Browser = (typeof browsers)[number]

/** What such a program runs on. */
export const systems = [
  ...(['harmony', 'iphone', 'ipad', 'android', 'windows', 'chromeos', 'mac', 'linux', 'other'] as const),
] as const
export type System = (typeof systems)[number]

/** What is kept of the device of a session: its kind, and nothing that tells one phone from another. */
export type Device = { browser: Browser; system: System }
