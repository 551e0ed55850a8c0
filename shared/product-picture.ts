import { contrastOf, mixColours } from './colours.ts'
import { carton, type Shades, SILHOUETTES } from './product-silhouettes.ts'

/** What a picture is drawn from. */
export type PictureRequest = { category: string; glyph: string; colour: string; name: string }

const LEAST_GLYPH_CONTRAST = 4.5
const FONTS = "'PingFang SC','HarmonyOS Sans SC','Noto Sans SC','Microsoft YaHei',sans-serif"
const PAPER = '#ffffff'
const INK = '#1d2125'
const SIZE_BY_GLYPHS = [1, 1, 0.86, 0.74]

/**
 * A square SVG that stands in for a photograph: the category's thing in the product's colour (`#rrggbb`) with its
 * glyph, one to three characters, in white or in ink where white would not be read on that colour.
 */
export function drawProductPicture({ category, glyph, colour, name }: PictureRequest): string {
  const shades = shadesOf(colour)
  const { shapes, glyphX, glyphY, glyphSize } = (SILHOUETTES.get(category) ?? carton)(shades)
  const characters = [...glyph].slice(0, 3)
  const size = Math.round(glyphSize * (SIZE_BY_GLYPHS[characters.length] ?? 1) * 10) / 10
  const ink = contrastOf(PAPER, colour) >= LEAST_GLYPH_CONTRAST ? PAPER : INK
  // 0.36 of the size below the middle centres Chinese characters and digits where `dominant-baseline` is ignored.
  const baseline = Math.round((glyphY + size * 0.36) * 10) / 10
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80" role="img">',
    `<title>${escaped(name)}</title>`,
    `<rect width="80" height="80" rx="9" fill="${shades.ground}"/>`,
    shapes,
    `<text x="${glyphX}" y="${baseline}" font-family="${FONTS}" font-size="${size}" font-weight="600"`,
    ` text-anchor="middle" fill="${ink}">${escaped(characters.join(''))}</text>`,
    '</svg>',
  ].join('')
}

function shadesOf(colour: string): Shades {
  return {
    body: colour,
    deep: mixColours(colour, '#000000', 0.34),
    pale: mixColours(colour, '#ffffff', 0.55),
    ground: mixColours(colour, '#f6f4ee', 0.84),
    paper: PAPER,
  }
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
