import { describe, expect, it } from 'vitest'
import { evidenceWords } from '#shared/oddity-words'

const orderId = 'ord_0000000000000001-1' as const
const evidence = {
  identical: { shops: 3, lines: 13, quantity: 920, peers: [] },
  device: { shops: 2, peers: [] },
  late: { orderId, number: '0001-1B', secondsBefore: 299, from: 100_000, to: 250_050 },
  swing: { quantity: 3898, mean: 1740.75, cycles: 4 },
}

describe('what is worth a look, in words', () => {
  it('each reason is a sentence with its numbers', () => {
    expect(evidenceWords({ evidence, currency: 'CNY' }, 'zh')).toEqual([
      { kind: 'identical', text: '13 行、共 920，和另外 2 家店完全一样。' },
      { kind: 'device', text: '和另外 1 家店从同一个网络地址订货。' },
      { kind: 'late', text: '订单 0001-1B 在截止前 5 分钟由 ¥1,000.00 改为 ¥2,500.50。' },
      { kind: 'swing', text: '这次共 3,898，前 4 次平均 1,740.8，是平均的 224%。' },
    ])
  })

  it('in English no place stays unfilled', () => {
    const words = evidenceWords({ evidence, currency: 'CNY' }, 'en')
    expect(words.map(({ text }) => text).join(' ')).not.toMatch(/[{}|]/)
    expect(evidenceWords({ evidence: {}, currency: 'CNY' }, 'en')).toEqual([])
  })
})
