import {
  barcodeFaults,
  mayBecome,
  type OpenDrafts,
  openDrafts,
  type ProductInput,
  planProductFrom,
  planProductRemoval,
  productIdOfCode,
  productKey,
  productsWithIds,
  publishParts,
} from '#catalogue'
import type { Product } from '#shared/catalogue'
import type { ProductId } from '#shared/ids'
import {
  type Cells,
  type Columns,
  choiceCell,
  type RowProblem,
  textCell,
  type ValuesOf,
  wholeCell,
} from './cell-rules.ts'
import { packsCell } from './chain-cells.ts'
import { draftOpen } from './refuse-draft.ts'
import { type ReadBeside, rowKind } from './row-kind.ts'

const MOST_QUANTITY = 999_999_999
const BASIS_POINTS_A_PERCENT = 100
const USUAL_TAX_PERCENT = 13
const glyphColours = ['#8c2f2b', '#2f6b73', '#355487', '#6b7078', '#4a7a3c', '#5d4a80', '#a8682a', '#2b2e33']

/** The columns of products. */
export const productColumns = {
  code: {
    title: { zh: '商品编码', en: 'Product code' },
    aliases: ['stockcode', 'stock code', 'sku', 'item', 'item no', '编码', '货号', '商品代码'],
    codec: textCell(40),
    isRequired: true,
    of: ({ code }) => code,
    examples: ['YX-01', 'YX-02'],
  },
  name_zh: {
    title: { zh: '名称', en: 'Name' },
    aliases: ['description', 'product name', '商品名称', '品名', '品规'],
    codec: textCell(),
    isRequired: true,
    of: ({ name }) => name.zh,
    examples: ['云霞（细支）', '云霞（硬）'],
  },
  name_en: {
    title: { zh: '英文名称', en: 'Name in English' },
    aliases: ['english name', '英文名'],
    codec: textCell(),
    of: ({ name }) => name.en,
    examples: ['Yunxia Slim', 'Yunxia Hard'],
  },
  category: {
    title: { zh: '类别', en: 'Category' },
    aliases: ['group', '品类', '分类'],
    codec: textCell(),
    of: ({ category }) => category,
    examples: ['other', 'other'],
  },
  brand: {
    title: { zh: '品牌', en: 'Brand' },
    codec: textCell(),
    of: ({ brand }) => brand,
    examples: ['云霞', '云霞'],
  },
  unit_zh: {
    title: { zh: '单位', en: 'Unit' },
    aliases: ['计量单位'],
    codec: textCell(),
    of: ({ unit }) => unit.zh,
    examples: ['条', '条'],
  },
  unit_en: {
    title: { zh: '英文单位', en: 'Unit in English' },
    codec: textCell(),
    of: ({ unit }) => unit.en,
    examples: ['carton', 'carton'],
  },
  packs: {
    title: { zh: '大单位', en: 'Larger units' },
    aliases: ['packs', 'units', '单位换算', '包装'],
    codec: packsCell,
    of: ({ packs }) => (packs.length > 0 ? packs : undefined),
    examples: ['件/case = 50; 箱/master case = 5', ''],
  },
  barcode: {
    title: { zh: '条码', en: 'Barcode' },
    aliases: ['ean', 'gtin', '条形码'],
    codec: textCell(14),
    of: ({ barcode }) => barcode,
    examples: ['6901028000017', ''],
  },
  minimum: {
    title: { zh: '起订量', en: 'Minimum' },
    aliases: ['moq', 'minimum order', '最小起订量'],
    codec: wholeCell(1, MOST_QUANTITY),
    of: ({ minimum }) => minimum,
    examples: ['1', '1'],
  },
  multiple: {
    title: { zh: '订货倍数', en: 'Multiple' },
    aliases: ['step', '倍数'],
    codec: wholeCell(1, MOST_QUANTITY),
    of: ({ multiple }) => multiple,
    examples: ['1', '1'],
  },
  glyph: {
    title: { zh: '图标字', en: 'Glyph' },
    codec: textCell(3),
    of: ({ glyph }) => glyph,
    examples: ['云', '云'],
  },
  colour: {
    title: { zh: '颜色', en: 'Colour' },
    aliases: ['color'],
    codec: textCell(7),
    of: ({ colour }) => colour,
    examples: ['#8c2f2b', '#2f6b73'],
  },
  tax_rate: {
    title: { zh: '税率（%）', en: 'Tax rate (%)' },
    aliases: ['vat', 'tax', '税率'],
    codec: wholeCell(0, 100),
    of: ({ taxRate }) => taxRate / BASIS_POINTS_A_PERCENT,
    examples: ['13', '13'],
  },
  state: {
    title: { zh: '状态', en: 'State' },
    aliases: ['status', '销售状态'],
    codec: choiceCell(['draft', 'on-sale', 'suspended', 'ended']),
    of: ({ state }) => state,
    examples: ['on-sale', 'draft'],
  },
} as const satisfies Columns<Product>

/** Products, published after the last row. */
export const productFile = rowKind<Product, typeof productColumns>({
  columns: productColumns,
  keyOf: ({ code = '' }) => code.trim(),
  parallel: 16,
  // Of those that claim one barcode the first has it.
  sequenceOf: ({ barcode = '' }) => barcode.trim(),
  begin: (world) => {
    const changed = new Set<ProductId>()
    let drafts: Promise<OpenDrafts> | undefined
    return {
      stored: (rows) => {
        drafts = openDrafts(world)
        return productsWithIds(world.table, rows.map(productIdOf), { isStrong: true })
      },
      versionOf: ({ version }) => version,
      faultsOf: async (rows) => rows.map(faultsOf),
      plan: async (values, stored) => {
        const plan = await planProductFrom(world, stored, inputOf(values))
        const isBarred = stored && plan.verdict !== 'unchanged' && (await drafts)?.hasProduct(stored)
        if (isBarred) throw await draftOpen(world, productKey(stored.productId))
        return plan
      },
      isRetired: ({ state }) => state === 'ended',
      planRemoval: async (product) => (await planProductRemoval(world, product)).writes,
      noteChanged: (cells) => changed.add(productIdOf(cells)),
      finish: (actor) => publishParts(world, actor, { products: changed, prices: [] }),
    }
  },
})

function faultsOf({ read, stored }: ReadBeside<Product, typeof productColumns>): RowProblem[] {
  const { barcode, packs = [], state } = read
  const barcodes = barcodeFaults({ barcode, packs }).map(({ path, ...fault }) => {
    return { ...fault, column: path === 'barcode' ? 'barcode' : 'packs' }
  })
  const from = stored?.state
  if (!from || !state || state === from || mayBecome(from, state)) return barcodes
  return [...barcodes, { code: 'catalogue.state_unreachable', facts: { from, to: state }, column: 'state' }]
}

function productIdOf({ code = '' }: Cells): ProductId {
  return productIdOfCode(code.trim())
}

function inputOf(values: ValuesOf<typeof productColumns>): ProductInput {
  const { code, name_zh: zh, multiple = 1 } = values
  return {
    code,
    name: { zh, en: values.name_en ?? zh },
    category: values.category ?? 'other',
    brand: values.brand ?? '',
    unit: { zh: values.unit_zh ?? '件', en: values.unit_en ?? 'piece' },
    packs: values.packs ?? [],
    barcode: values.barcode,
    minimum: values.minimum ?? multiple,
    multiple,
    glyph: values.glyph ?? [...zh][0] ?? '',
    colour: values.colour ?? colourOf(code),
    taxRate: Math.round((values.tax_rate ?? USUAL_TAX_PERCENT) * BASIS_POINTS_A_PERCENT),
    state: values.state ?? 'on-sale',
  }
}

function colourOf(code: string): string {
  const sum = [...code].reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0)
  return glyphColours[sum % glyphColours.length] ?? '#6b7078'
}
