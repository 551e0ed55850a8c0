import { writeFileSync } from 'node:fs'

const WIDTH = 640
const HEIGHT = 480
const FRAMES = 5
const MODULE_PIXELS = 5
const LEFT = 80
const [BLACK, WHITE] = [16, 235]

/** The bars of each digit where they are odd (GS1 General Specifications 5.2.1.2); even ones are these backwards, turned. */
const odd = [
  ...['0001101', '0011001', '0010011', '0111101', '0100011'],
  ...['0110001', '0101111', '0111011', '0110111', '0001011'],
]
/** Which of the six left digits are even, by the first digit. */
const evens = [
  '000000',
  '001011',
  '001101',
  '001110',
  '010011',
  '011001',
  '011100',
  '010101',
  '010110',
  '011010',
]

/** A film that a browser takes for its camera: one EAN-13, held still. */
export function filmBarcode(file: string, code: string): void {
  const row = Buffer.alloc(WIDTH, WHITE)
  for (const [at, module] of [...modulesOf(code)].entries()) {
    if (module === '1') row.fill(BLACK, LEFT + at * MODULE_PIXELS, LEFT + (at + 1) * MODULE_PIXELS)
  }
  const brightness = Buffer.concat(Array.from({ length: HEIGHT }, (_, y) => (isBar(y) ? row : blank())))
  const colours = Buffer.alloc((WIDTH * HEIGHT) / 2, 128)
  const frame = Buffer.concat([Buffer.from('FRAME\n'), brightness, colours])
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`)
  writeFileSync(file, Buffer.concat([head, ...Array.from({ length: FRAMES }, () => frame)]))
}

function modulesOf(code: string): string {
  const [first = 0, ...digits] = [...code].map(Number)
  const bars = digits.map((digit, at) => {
    const plain = odd[digit] ?? ''
    const turned = [...plain].map((bit) => (bit === '1' ? '0' : '1')).join('')
    if (at > 5) return turned
    return evens[first]?.[at] === '1' ? [...turned].reverse().join('') : plain
  })
  return `101${bars.slice(0, 6).join('')}01010${bars.slice(6).join('')}101`
}

function isBar(y: number): boolean {
  return y > HEIGHT / 4 && y < (HEIGHT * 3) / 4
}

function blank(): Buffer {
  return Buffer.alloc(WIDTH, WHITE)
}
