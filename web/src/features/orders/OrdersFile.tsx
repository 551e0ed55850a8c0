import type { CustomerId } from '#shared/ids'
import { exportTexts } from '#shared/texts/exports'
import { beginOrderExport, ExportFile } from '../exports/ExportFile.tsx'

/** A customer's orders as a file, or their lines, as far as the search finds them. */
export function OrdersFile({ customerId, text }: { customerId: CustomerId; text: string | undefined }) {
  const place = `/customers/${customerId}/exports`
  const asked = text ? { text } : {}
  return (
    <div className="cards mt-3">
      <ExportFile begin={beginOrderExport(customerId, { kind: 'orders', ...asked })} place={place} />
      <ExportFile
        begin={beginOrderExport(customerId, { kind: 'order-lines', ...asked })}
        label={exportTexts.linesBegin}
        place={place}
      />
    </div>
  )
}
