import { type ChangeEvent, useId, useState } from 'react'
import type { Customer } from '#shared/accounts'
import { askingTexts } from '#shared/texts/asking'
import { customerFieldTexts as fields } from '#shared/texts/customer-fields'
import { dateOf } from '../../components/form/date-of.ts'
import { TextField } from '../../components/form/RecordFields.tsx'
import { useKeptDraft } from '../../components/form/use-kept-draft.ts'
import { useSay } from '../../components/language-context.ts'
import { UploadFailed } from '../../send-file.ts'
import { AskForm } from './AskForm.tsx'
import { sendLicence } from './request-queries.ts'

/** What the server takes; it looks at the content as well. */
const TAKEN = ['image/jpeg', 'image/png', 'application/pdf']
const MOST_BYTES = 10 * 1024 * 1024

/** Asks for a renewed licence: its number, its new end, and a picture of it from the phone. */
export function AskLicence({ customer: { customerId, licence } }: { customer: Customer }) {
  const { t } = useSay()
  const [file, setFile] = useState<File>()
  const draft = useKeptDraft(`licence ${customerId}`, { number: licence?.number ?? '', expiresOn: '' })
  const { number, expiresOn } = draft.fields
  return (
    <AskForm
      customerId={customerId}
      kind="licence"
      draft={draft}
      restoredText={askingTexts.pictureLost}
      gather={async (tell) => {
        const day = dateOf(expiresOn)
        if (!file || !day) throw new UploadFailed()
        const uploadId = await sendLicence(customerId, file, draft.key, tell)
        return { kind: 'licence', licence: { number, expiresOn: day }, uploadId }
      }}
    >
      <TextField
        label={t(fields.licenceNumber)}
        value={number}
        isRequired
        maxLength={40}
        onChange={(text) => draft.set({ number: text })}
      />
      <TextField
        label={t(fields.expiresOn)}
        type="date"
        value={expiresOn}
        isRequired
        onChange={(text) => draft.set({ expiresOn: text })}
      />
      <PictureField file={file} onChoose={setFile} />
    </AskForm>
  )
}

type PictureFieldProps = { file: File | undefined; onChoose: (file: File | undefined) => void }

function PictureField({ file, onChoose }: PictureFieldProps) {
  const { t } = useSay()
  const id = useId()
  const [isUnfit, setUnfit] = useState(false)
  const onChange = ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = input.files ?? []
    const isFit = chosen === undefined || (TAKEN.includes(chosen.type) && chosen.size <= MOST_BYTES)
    if (!isFit) input.value = ''
    setUnfit(!isFit)
    onChoose(isFit ? chosen : undefined)
  }
  return (
    <div className="field">
      <span>{t(askingTexts.picture)}</span>
      <label className="quiet file-button">
        {file?.name ?? t(askingTexts.choosePicture)}
        <input
          type="file"
          className="sr-only"
          required
          accept={TAKEN.join()}
          aria-label={t(askingTexts.picture)}
          aria-describedby={id}
          aria-invalid={isUnfit || undefined}
          onChange={onChange}
        />
      </label>
      <p id={id} className={isUnfit ? 'is-refused' : 'facts'} role="status">
        {t(isUnfit ? askingTexts.pictureUnfit : askingTexts.pictureHint)}
      </p>
    </div>
  )
}
