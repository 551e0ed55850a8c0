import { contrastOf } from '#shared/colours'

const LEAST_CONTRAST = 4.5

/** A product's colour and glyph, small; the name stands beside it. */
export function Tile({ glyph, colour }: { glyph: string; colour: string }) {
  const color = contrastOf('#ffffff', colour) >= LEAST_CONTRAST ? '#ffffff' : '#1d2125'
  return (
    <span className="tile" aria-hidden="true" style={{ backgroundColor: colour, color }}>
      {[...glyph].slice(0, 3).join('')}
    </span>
  )
}
