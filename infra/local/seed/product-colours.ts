// Colours of product pictures: distinct, and dark enough for white text.
import { channelsOf, contrastOf, hexOf } from '../../../shared/colours.ts'

const LEAST_CONTRAST = 4.6

export const TONES = {
  red: { glyph: '红', en: 'red', colour: '#8c2f2c' },
  gold: { glyph: '金', en: 'gold', colour: '#8f6f22' },
  teal: { glyph: '青', en: 'teal', colour: '#2e6b72' },
  blue: { glyph: '蓝', en: 'blue', colour: '#33518c' },
  silver: { glyph: '银', en: 'silver', colour: '#686d73' },
  black: { glyph: '黑', en: 'black', colour: '#2b2e33' },
  green: { glyph: '绿', en: 'green', colour: '#3c7045' },
  purple: { glyph: '紫', en: 'purple', colour: '#5c4a82' },
  orange: { glyph: '橙', en: 'orange', colour: '#a3591f' },
} as const
export type Tone = keyof typeof TONES

/** Gives each caller a colour near the one asked for that nobody got before and that carries white text. */
export function colourPicker(): (near: string) => string {
  const given = new Set<string>()
  return (near) => {
    const [hue, saturation, lightness] = hslOf(near)
    for (let step = 0; ; step += 1) {
      const shift = ((step + 1) >> 1) * (step % 2 === 0 ? 1 : -1)
      const colour = readable(hue + (shift % 9) * 2.4, saturation, lightness + ((shift * 2) % 7) * 1.5)
      if (given.has(colour)) continue
      given.add(colour)
      return colour
    }
  }
}

function readable(hue: number, saturation: number, lightness: number): string {
  for (let light = Math.max(14, lightness); ; light -= 1) {
    const colour = hexOf(channelsOfHsl(hue, saturation, light))
    if (contrastOf(colour, '#ffffff') >= LEAST_CONTRAST) return colour
  }
}

function hslOf(colour: string): [number, number, number] {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => channel / 255)
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)]
  const [lightness, range] = [(most + least) / 2, most - least]
  if (range === 0) return [0, 0, lightness * 100]
  const sector =
    most === red
      ? (green - blue) / range
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4
  return [sector * 60, (range / (1 - Math.abs(2 * lightness - 1))) * 100, lightness * 100]
}

function channelsOfHsl(hue: number, saturation: number, lightness: number): number[] {
  const reach = (saturation / 100) * Math.min(lightness / 100, 1 - lightness / 100)
  return [0, 8, 4].map((offset) => {
    const turn = (((offset + hue / 30) % 12) + 12) % 12
    return 255 * (lightness / 100 - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1)))
  })
}
