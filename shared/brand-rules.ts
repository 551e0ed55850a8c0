import { contrastOf, mixColours } from './colours.ts'

/** WCAG 2.2, 1.4.3: text on its ground. */
const LEAST_CONTRAST = 4.5
const SHADES = 100

/** How white text reads on a `#rrggbb` colour: the contrast, cut to one digit, and the nearest shade on which it can be
 * read, which is the colour itself where that is so. */
export function brandOnWhite(colour: string): { contrast: number; nearest: string } {
  const contrast = Math.floor(contrastOf(colour, '#ffffff') * 10) / 10
  return { contrast, nearest: nearestShade(colour) }
}

function nearestShade(colour: string): string {
  for (let shade = 0; shade < SHADES; shade++) {
    const candidate = shade === 0 ? colour : mixColours(colour, '#000000', shade / SHADES)
    if (contrastOf(candidate, '#ffffff') >= LEAST_CONTRAST) return candidate
  }
  return '#000000'
}
