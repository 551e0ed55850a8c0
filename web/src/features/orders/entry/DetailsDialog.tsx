import { type SubmitEvent, useState } from 'react'
import type { Customer } from '#shared/accounts'
import { orderDetailTexts as texts } from '#shared/texts/order-details'
import { read } from '../../../api.ts'
import { useSay } from '../../../components/language-context.ts'
import { useAnswer } from '../../../components/use-answer.ts'
import { withoutGaps } from './draft/quantities.ts'
import { SheetDialog } from './SheetDialog.tsx'
import { useSheet } from './sheet-context.ts'

/** The customer's own number, a note, and where the order goes. */
export function DetailsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useSay()
  const { assortment, keeper } = useSheet()
  const { customerId } = assortment.customer
  const { written } = keeper.snapshot()
  const [addressId, setAddressId] = useState(written.addressId)
  const shop = useAnswer(customerId, () => read<Customer>(`/customers/${customerId}`))
  const addresses = shop.data?.addresses ?? []
  const chosen = addressId ?? addresses.find(({ isMain }) => isMain)?.addressId
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const text = (name: string) => String(data.get(name) ?? '').trim()
    keeper.write(withoutGaps({ ownNumber: text('ownNumber'), note: text('note'), addressId }))
    onClose()
  }
  return (
    <SheetDialog heading={t(texts.title)} onClose={onClose}>
      <form className="cards" onSubmit={onSubmit}>
        <label className="field">
          <span>{t(texts.ownNumber)}</span>
          <input className="text-box" name="ownNumber" maxLength={40} defaultValue={written.ownNumber} />
        </label>
        <label className="field">
          <span>{t(texts.note)}</span>
          <textarea className="text-box" name="note" rows={3} maxLength={500} defaultValue={written.note} />
        </label>
        {addresses.length > 0 && (
          <fieldset className="choices">
            <legend className="facts">{t(texts.address)}</legend>
            {addresses.map((address) => (
              <label key={address.addressId} className="choice">
                <input
                  type="radio"
                  name="address"
                  checked={address.addressId === chosen}
                  onChange={() => setAddressId(address.addressId)}
                />
                <span>
                  {address.text}
                  {address.isMain && <span className="facts"> {t(texts.main)}</span>}
                </span>
              </label>
            ))}
          </fieldset>
        )}
        {shop.data && addresses.length === 0 && <p className="facts">{t(texts.noAddress)}</p>}
        <div className="actions">
          <button type="submit" className="button">
            {t(texts.keep)}
          </button>
        </div>
      </form>
    </SheetDialog>
  )
}
