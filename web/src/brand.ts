import { contrastOf, mixColours } from '#shared/colours'

const LEAST_CONTRAST = 4.5
// The tokens' own colour: its dark twin is chosen by eye, not computed.
const OWN_COLOUR = '#1f5f4a'
const grounds = {
  light: { paper: '#e6f0eb', towards: '#000000' },
  dark: { paper: '#1f332b', towards: '#ffffff' },
}

/** The company's colour made readable on light and on dark ground (contrast at least 4.5 on the tint); undefined when the
 * tokens' own colour will do. */
export function readableBrand(colour: string): { light: string; dark: string } | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(colour) || colour.toLowerCase() === OWN_COLOUR) return undefined
  return { light: readableOn('light', colour), dark: readableOn('dark', colour) }
}

function readableOn(theme: keyof typeof grounds, colour: string): string {
  const { paper, towards } = grounds[theme]
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = mixColours(colour, towards, share)
    if (contrastOf(candidate, paper) >= LEAST_CONTRAST) return candidate
  }
  return towards
}
