import type { AddressesInput } from '#shared/accounts'
import { addressTexts } from '#shared/texts/addresses'
import { formTexts } from '#shared/texts/forms'
import { useSay } from '../../components/language-context.ts'

type AddressFieldsProps = {
  addresses: AddressesInput
  onChange: (addresses: AddressesInput) => void
  error?: string
}

/** The delivery addresses of a customer; one of them is the usual one. */
export function AddressFields({ addresses, onChange, error }: AddressFieldsProps) {
  const { t } = useSay()
  const change = (at: number, changes: Partial<AddressesInput[number]>) =>
    onChange(addresses.map((address, each) => (each === at ? { ...address, ...changes } : address)))
  const makeMain = (at: number) =>
    onChange(addresses.map((address, each) => ({ ...address, isMain: each === at })))
  const remove = (at: number) => {
    const left = addresses.filter((_, each) => each !== at)
    const hasMain = left.some(({ isMain }) => isMain)
    onChange(left.map((address, each) => ({ ...address, isMain: hasMain ? address.isMain : each === 0 })))
  }
  return (
    <fieldset className="addresses">
      <legend className="font-semibold">{t(addressTexts.addressesTitle)}</legend>
      {addresses.length === 0 && <p className="facts">{t(addressTexts.noAddress)}</p>}
      {addresses.map(({ addressId, text, note, isMain }, at) => (
        <div key={addressId ?? `new ${at}`} className="address">
          <input
            className="text-box"
            aria-label={`${t(addressTexts.address)} ${at + 1}`}
            value={text}
            required
            maxLength={300}
            onChange={(event) => change(at, { text: event.target.value })}
          />
          <input
            className="text-box"
            aria-label={`${t(addressTexts.addressNote)} ${at + 1}`}
            placeholder={t(addressTexts.addressNote)}
            value={note ?? ''}
            maxLength={300}
            onChange={(event) => change(at, { note: event.target.value || undefined })}
          />
          <label className="check">
            <input type="radio" name="main-address" checked={isMain} onChange={() => makeMain(at)} />
            <span>{t(addressTexts.mainAddress)}</span>
          </label>
          <button
            type="button"
            className="quiet"
            aria-label={`${t(formTexts.remove)} ${t(addressTexts.address)} ${at + 1}`}
            onClick={() => remove(at)}
          >
            {t(formTexts.remove)}
          </button>
        </div>
      ))}
      {error && <p className="is-refused">{error}</p>}
      <button
        type="button"
        className="link"
        onClick={() => onChange([...addresses, { text: '', isMain: addresses.length === 0 }])}
      >
        ＋ {t(formTexts.add)}
      </button>
    </fieldset>
  )
}
