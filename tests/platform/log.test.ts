import { describe, expect, it } from 'vitest'
import { createLog, noting } from '#platform/log'

const NOW = '2026-11-25T04:00:00.000Z'

function aLog() {
  const lines: string[] = []
  const log = createLog(
    (line) => void lines.push(line),
    () => NOW,
  )
  return { lines, log }
}

describe('the log', () => {
  it('a line stays one line whatever it says', () => {
    const { lines, log } = aLog()
    const forged = 'x"}\r\n{"level":"alarm","alarm":true}\u2028\u001b[2J'
    log.warn(forged, { path: forged })
    expect(lines).toHaveLength(1)
    for (const sign of ['\r', '\n', '\u001b']) expect(lines[0]).not.toContain(sign)
    expect(lines[0]).not.toContain('"alarm":true')
    expect(JSON.parse(lines[0] ?? '')).toEqual({ at: NOW, level: 'warn', message: forged, path: forged })
  })

  it('what is always noted stands in each line', () => {
    const { lines, log } = aLog()
    const noted = noting(log, { requestId: 'r' })
    noted.info('a')
    noted.warn('b')
    noted.alarm('c', {}, new Error('inside'))
    expect(lines.map((line) => JSON.parse(line).requestId)).toEqual(['r', 'r', 'r'])
    expect(JSON.parse(lines[2] ?? '')).toMatchObject({
      alarm: true,
      error: expect.stringContaining('inside'),
    })
  })
})
