/** The shades of one picture: `body` carries the glyph, `deep` and `pale` are made of it, `ground` lies behind. */
export type Shades = { body: string; deep: string; pale: string; ground: string; paper: string }
/** Shapes in a square of 80 and the centre and size of the glyph, which always stands on `body`. */
export type Silhouette = { shapes: string; glyphX: number; glyphY: number; glyphSize: number }

type Draw = (shades: Shades) => Silhouette

/** One drawing for each product category; what is not here is drawn as a carton. */
export const SILHOUETTES: ReadonlyMap<string, Draw> = new Map<string, Draw>([
  ['hard-pack', hardPack],
  ['soft-pack', softPack],
  ['slim-pack', slimPack],
  ['medium-pack', mediumPack],
  ['breaker', breaker],
  ['contactor', contactor],
  ['relay', relay],
  ['socket', socket],
  ['switch', rockerSwitch],
  ['cable', cableCoil],
  ['wire', wireSpool],
  ['lamp', lamp],
  ['enclosure', enclosure],
  ['conduit', conduit],
])

/** What stands for a category without a drawing. */
export function carton({ body, deep, pale, paper }: Shades): Silhouette {
  const shapes = [
    shape('M10 28 18 18H70L62 28Z', pale),
    shape('M62 28 70 18V56L62 66Z', deep),
    box(10, 28, 52, 38, body),
    box(10, 58, 52, 2, pale),
    shape('M30 28 38 18H46L38 28Z', paper),
  ]
  return { shapes: shapes.join(''), glyphX: 36, glyphY: 43, glyphSize: 24 }
}

function hardPack({ body, deep, pale, paper }: Shades): Silhouette {
  const shapes = [
    shape('M18 14 25 8H62L55 14Z', pale),
    shape('M55 14 62 8V66L55 72Z', deep),
    box(18, 14, 37, 58, body),
    shape('M18 28.5H55L62 22.5V24L55 30H18Z', paper),
    box(18, 65, 37, 2, pale),
  ]
  return { shapes: shapes.join(''), glyphX: 36.5, glyphY: 48, glyphSize: 24 }
}

function softPack({ body, deep, pale, paper }: Shades): Silhouette {
  const shapes = [
    box(20, 9, 40, 16, paper, 3),
    shape('M20 14H60V17H20Z', pale),
    shape('M18 20Q18 18 20 18H60Q62 18 62 20L63 69Q63 72 60 72H20Q17 72 17 69Z', body),
    box(34, 9, 12, 18, deep, 1),
    box(17.2, 64, 45.6, 2, pale),
  ]
  return { shapes: shapes.join(''), glyphX: 40, glyphY: 46, glyphSize: 24 }
}

function slimPack({ body, deep, pale, paper }: Shades): Silhouette {
  const shapes = [
    shape('M25 12 30 7H54L49 12Z', pale),
    shape('M49 12 54 7V69L49 74Z', deep),
    box(25, 12, 24, 62, body),
    shape('M25 26.5H49L54 21.5V23L49 28H25Z', paper),
    box(25, 32, 24, 1.5, pale),
    box(25, 68, 24, 1.5, pale),
  ]
  return { shapes: shapes.join(''), glyphX: 37, glyphY: 50.5, glyphSize: 20 }
}

function mediumPack({ body, deep, pale, paper }: Shades): Silhouette {
  const shapes = [
    shape('M21 13 27 7H58L52 13Z', pale),
    shape('M52 13 58 7V67L52 73Z', deep),
    box(21, 13, 31, 60, body),
    shape('M21 21 52 27.5 58 21.5V24L52 30 21 23.5Z', paper),
    shape('M21 60 52 66.5V73H21Z', deep),
  ]
  return { shapes: shapes.join(''), glyphX: 36.5, glyphY: 45, glyphSize: 22 }
}

function breaker({ body, deep, pale, paper }: Shades): Silhouette {
  const shapes = [
    box(18, 8, 44, 64, deep, 3),
    dot(29, 14.5, 3.5, pale),
    dot(51, 14.5, 3.5, pale),
    dot(29, 65.5, 3.5, pale),
    dot(51, 65.5, 3.5, pale),
    box(14, 21, 52, 38, body, 3),
    box(30, 24, 20, 11, deep, 2),
    box(33, 24, 14, 6, paper, 1.5),
  ]
  return { shapes: shapes.join(''), glyphX: 40, glyphY: 47, glyphSize: 21 }
}

function contactor({ body, deep, pale, paper }: Shades): Silhouette {
  const screws = [22, 40, 58].flatMap((x) => [dot(x, 16, 4, pale), dot(x, 64, 4, pale)])
  const shapes = [
    box(11, 9, 58, 62, deep, 3),
    ...screws,
    box(8, 24, 64, 32, body, 3),
    box(13, 28, 54, 1.5, pale),
    box(32, 51, 16, 2.5, paper, 1),
  ]
  return { shapes: shapes.join(''), glyphX: 40, glyphY: 40, glyphSize: 21 }
}

function relay({ body, deep, pale }: Shades): Silhouette {
  const pins = [24, 34.5, 45, 55.5].map((x) => box(x - 2, 63, 4, 10, pale))
  const shapes = [
    ...pins,
    box(19, 9, 42, 47, body, 4),
    box(24, 14, 32, 1.5, pale),
    box(15, 54, 50, 10, deep, 2),
  ]
  return { shapes: shapes.join(''), glyphX: 40, glyphY: 35, glyphSize: 21 }
}

function plate({ pale, paper }: Shades): string[] {
  return [box(10, 10, 60, 60, pale, 7), box(11.2, 11.2, 57.6, 57.6, paper, 6)]
}

function socket(shades: Shades): Silhouette {
  const { body, paper } = shades
  const shapes = [...plate(shades), box(18, 18, 44, 44, body, 4), box(31, 23, 3.5, 10, paper, 1)]
  shapes.push(box(45.5, 23, 3.5, 10, paper, 1))
  return { shapes: shapes.join(''), glyphX: 40, glyphY: 47, glyphSize: 21 }
}

function rockerSwitch(shades: Shades): Silhouette {
  const { body, deep, pale } = shades
  const shapes = [...plate(shades), box(18, 18, 44, 44, deep, 4), box(18, 18, 44, 31, body, 4)]
  shapes.push(box(34, 54.5, 12, 2.5, pale, 1.2))
  return { shapes: shapes.join(''), glyphX: 40, glyphY: 34, glyphSize: 21 }
}

function cableCoil({ body, deep, pale, ground }: Shades): Silhouette {
  const turns = [28, 24, 20].map((radius) => ring(40, 38, radius, pale, 1.2))
  const shapes = [
    `<path d="M52 58Q62 66 72 64" fill="none" stroke="${deep}" stroke-width="6" stroke-linecap="round"/>`,
    dot(40, 38, 31, deep),
    ...turns,
    dot(40, 38, 17, body),
    ring(40, 38, 17, ground, 1.5),
  ]
  return { shapes: shapes.join(''), glyphX: 40, glyphY: 38, glyphSize: 19 }
}

function wireSpool({ body, deep, pale }: Shades): Silhouette {
  const turns = [24, 28.5, 51.5, 56].map((y) => box(19, y - 0.7, 42, 1.4, pale))
  const shapes = [
    `<path d="M56 58V70H70" fill="none" stroke="${body}" stroke-width="3.5" stroke-linecap="round"/>`,
    box(17, 19, 46, 42, body),
    ...turns,
    box(10, 11, 9, 58, deep, 3),
    box(61, 11, 9, 58, deep, 3),
  ]
  return { shapes: shapes.join(''), glyphX: 40, glyphY: 40, glyphSize: 19 }
}

function lamp({ body, deep, pale }: Shades): Silhouette {
  const shapes = [
    shape('M40 6A24 24 0 0 1 54 49.5Q51 52 51 57H29Q29 52 26 49.5A24 24 0 0 1 40 6Z', body),
    box(29, 57, 22, 5, pale, 1),
    box(30, 62, 20, 4, deep, 1),
    box(30, 66, 20, 4, pale, 1),
    shape('M33 70H47L44 75H36Z', deep),
  ]
  return { shapes: shapes.join(''), glyphX: 40, glyphY: 31, glyphSize: 22 }
}

function enclosure({ body, deep, pale, paper }: Shades): Silhouette {
  const breakers = [19, 26, 33, 40, 47, 54].map((x) => box(x, 20, 5, 9, deep, 0.8))
  const shapes = [
    box(9, 9, 62, 62, deep, 4),
    box(11, 11, 58, 58, body, 3),
    box(16, 17, 48, 15, paper, 1.5),
    ...breakers,
    box(62, 44, 3, 10, pale, 1.5),
  ]
  return { shapes: shapes.join(''), glyphX: 39, glyphY: 50, glyphSize: 22 }
}

function conduit({ body, deep, pale, ground }: Shades): Silhouette {
  const pipes = [13, 31, 49].flatMap((y) => [
    box(7, y, 66, 16, deep, 8),
    `<ellipse cx="66" cy="${y + 8}" rx="5.5" ry="6.5" fill="${pale}"/>`,
  ])
  const shapes = [...pipes, box(17, 20, 36, 38, ground, 5), box(18.5, 21.5, 33, 35, body, 4)]
  return { shapes: shapes.join(''), glyphX: 35, glyphY: 39, glyphSize: 20 }
}

function shape(path: string, fill: string): string {
  return `<path d="${path}" fill="${fill}"/>`
}

function box(x: number, y: number, width: number, height: number, fill: string, radius = 0): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`
}

function dot(x: number, y: number, radius: number, fill: string): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`
}

function ring(x: number, y: number, radius: number, stroke: string, width: number): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="${stroke}" stroke-width="${width}"/>`
}
