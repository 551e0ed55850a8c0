import { useMemo } from 'react'
import type { ProductCard } from '#shared/catalogue'
import { type PictureSize, pictureName } from '#shared/picture-sizes'
import { drawProductPicture } from '#shared/product-picture'
import { productTexts as texts } from '#shared/texts/products'
import { useSay } from '../../components/language-context.ts'

type ProductPictureProps = {
  product: Pick<ProductCard, 'category' | 'glyph' | 'colour' | 'name'> & { pictures?: readonly string[] }
  size: PictureSize
  /** The name stands beside it. */
  isDecoration?: boolean
}

/** The leading picture of a product, or its drawn stand-in. */
export function ProductPicture({ product, size, isDecoration = false }: ProductPictureProps) {
  const { t, language } = useSay()
  const { category, glyph, colour, pictures } = product
  const name = product.name[language]
  const [first] = pictures ?? []
  const drawn = useMemo(
    () => `data:image/svg+xml,${encodeURIComponent(drawProductPicture({ category, glyph, colour, name }))}`,
    [category, glyph, colour, name],
  )
  const alt = t(first ? texts.pictureAlt : texts.drawnAlt, { name, count: 1 })
  return (
    <img
      className="picture"
      src={first ? `/api/pictures/${pictureName(first, size)}` : drawn}
      alt={isDecoration ? '' : alt}
      loading="lazy"
    />
  )
}
