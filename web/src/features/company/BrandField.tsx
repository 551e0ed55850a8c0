import { useId } from 'react'
import { brandOnWhite } from '#shared/brand-rules'
import { companyFieldTexts as fields, companyTexts as texts } from '#shared/texts/company'
import { TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'

type BrandFieldProps = { colour: string; error: string | undefined; onChange: (colour: string) => void }

/** The company's colour, with how white text reads on it and the nearest on which it does. */
export function BrandField({ colour, error, onChange }: BrandFieldProps) {
  const { t } = useSay()
  const id = useId()
  const isWhole = /^#[0-9a-f]{6}$/i.test(colour)
  const { contrast, nearest } = brandOnWhite(isWhole ? colour.toLowerCase() : '#000000')
  const isReadable = nearest === colour.toLowerCase()
  return (
    <div className="brand-field">
      <TextField
        label={t(fields.brandColour)}
        value={colour}
        isRequired
        pattern="#[0-9a-fA-F]{6}"
        error={error}
        onChange={onChange}
      />
      <label className="sr-only" htmlFor={id}>
        {t(fields.brandColour)}
      </label>
      <input
        id={id}
        type="color"
        value={isWhole ? colour : '#000000'}
        onChange={(event) => onChange(event.target.value)}
      />
      {isWhole && (
        <p className={isReadable ? 'facts' : 'is-refused'} role="status">
          {t(isReadable ? texts.colourFits : texts.colourHides, { contrast })}{' '}
          {!isReadable && (
            <button type="button" className="quiet" onClick={() => onChange(nearest)}>
              {t(texts.takeNearest, { nearest })}
            </button>
          )}
        </p>
      )}
    </div>
  )
}
