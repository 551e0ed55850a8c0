/** What products and prices can be refused for. */
export const catalogueProblems = {
  'catalogue.product_not_found': { status: 404, zh: '没有这个商品。', en: 'There is no such product.' },
  'catalogue.publication_not_found': {
    status: 404,
    zh: '没有第 {version} 次发布。请从发布记录里选一次。',
    en: 'There is no publication {version}. Choose one from the history of publications.',
  },
  'catalogue.not_published': {
    status: 409,
    zh: '商品目录还没有发布。',
    en: 'The catalogue has not been published yet.',
  },
  'catalogue.state_unreachable': {
    status: 409,
    zh: '商品状态不能由 {from} 变为 {to}。',
    en: 'A product cannot go from {from} to {to}.',
  },
  'catalogue.substitute_unknown': {
    status: 422,
    zh: '替代商品 {productId} 不存在、重复或就是它自己。',
    en: 'Substitute {productId} does not exist, stands twice or is the product itself.',
  },
  'catalogue.barcode_malformed': {
    status: 422,
    zh: '条码 {barcode} 应为 8、12、13 或 14 位数字。',
    en: 'Barcode {barcode} must have 8, 12, 13 or 14 digits.',
  },
  'catalogue.barcode_wrong': {
    status: 422,
    zh: '条码 {barcode} 的校验位不对，末位应为 {right}。',
    en: 'The check digit of barcode {barcode} is wrong: the last digit would be {right}.',
  },
  'catalogue.barcode_repeated': {
    status: 422,
    zh: '条码 {barcode} 在同一商品里用了两次。',
    en: 'Barcode {barcode} stands twice on one product.',
  },
  'catalogue.barcode_taken': {
    status: 409,
    zh: '条码 {barcode} 已属于另一个商品（{productId}）。',
    en: 'Barcode {barcode} belongs to another product ({productId}).',
  },
  'catalogue.category_not_found': {
    status: 404,
    zh: '没有类别 {category}。',
    en: 'There is no category {category}.',
  },
  'catalogue.category_unknown': {
    status: 422,
    zh: '上级分类 {category} 不存在，或在本分类之下。',
    en: 'The category above, {category}, does not exist or lies below this one.',
  },
  'catalogue.list_not_found': {
    status: 404,
    zh: '没有价目表 {list}。',
    en: 'There is no price list {list}.',
  },
  'catalogue.company_list_taken': {
    status: 409,
    zh: '公司价目表只能有一个，现在是 {list}。',
    en: 'Only one list can be the company’s; it is {list} now.',
  },
  'catalogue.price_not_found': { status: 404, zh: '没有这个价格。', en: 'There is no such price.' },
  'catalogue.price_malformed': {
    status: 422,
    zh: '价格至少要有一项内容，止日晚于起日，阶梯数量从 1 起递增，同一商品起日不重复。',
    en: 'A price says at least one thing, ends after it begins, its quantities rise from 1, and no two begin on one day.',
  },
  'catalogue.break_dearer': {
    status: 422,
    zh: '满 {atLeast} 的单价 {price} 比满 {fewer} 的 {usual} 还贵。请改成不高于 {usual}，或去掉这一档。',
    en: 'From {atLeast} on it costs {price} each, more than the {usual} from {fewer} on. Enter {usual} or less, or take that step away.',
  },
  'catalogue.picture_not_found': { status: 404, zh: '没有这张图片。', en: 'There is no such picture.' },
  'catalogue.picture_missing': {
    status: 409,
    zh: '图片还没有上传。',
    en: 'The picture has not been uploaded yet.',
  },
  'catalogue.picture_unreadable': {
    status: 422,
    zh: '这不是完好的 JPEG 或 PNG 图片。',
    en: 'This is no sound JPEG or PNG picture.',
  },
  'catalogue.picture_too_large': {
    status: 422,
    zh: '图片超过 {mostMegapixels} 百万像素或 {mostMegabytes} MB。',
    en: 'The picture is over {mostMegapixels} megapixels or {mostMegabytes} MB.',
  },
  'catalogue.pictures_full': {
    status: 409,
    zh: '一个商品最多 {most} 张图片。',
    en: 'A product has at most {most} pictures.',
  },
} as const
