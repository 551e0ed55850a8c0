import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type MessageWords, type TemplateName, templateOf } from '#shared/message-templates'
import type { SaveTemplate, TemplateView } from '#shared/notifications'
import { templateNameTexts, wordingTexts as texts } from '#shared/texts/wording'
import { Asked } from '../../components/Asked.tsx'
import { RecordFormFrame } from '../../components/form/RecordFormFrame.tsx'
import { useRecordForm, type Versioned } from '../../components/form/use-record-form.ts'
import { useSay } from '../../components/language-context.ts'
import { HistoryFold } from '../records/HistoryFold.tsx'
import { publishTemplate, resetTemplate, templateQuery, templatesQuery } from './message-queries.ts'
import { ResetWording } from './ResetWording.tsx'
import { Versions } from './Versions.tsx'
import { WordingFields } from './WordingFields.tsx'
import { WordingPreview } from './WordingPreview.tsx'

const wordingNames = { zh: texts.textZh, en: texts.textEn }

type TemplateEditorProps = { template: TemplateName; onLeave: () => void }

/** One template: its words in both languages, how they look on each way, and its versions. */
export function TemplateEditor({ template, onLeave }: TemplateEditorProps) {
  const { t } = useSay()
  const found = useQuery(templateQuery(template))
  return (
    <>
      <button type="button" className="link" onClick={onLeave}>
        ← {t(texts.allTemplates)}
      </button>
      <Asked of={found}>{(stored) => <Editing stored={stored} />}</Asked>
    </>
  )
}

function Editing({ stored }: { stored: TemplateView }) {
  const { t } = useSay()
  const client = useQueryClient()
  const { template, version, isDefault, versions } = stored
  const keepAnswer = (view: TemplateView) => {
    client.setQueryData(templateQuery(template).queryKey, view)
    void client.invalidateQueries({ queryKey: templatesQuery.queryKey, exact: true })
    return versioned(view)
  }
  const form = useRecordForm<SaveTemplate>({
    name: `template ${template}`,
    record: versioned(stored),
    save: async (fields, base) => keepAnswer(await publishTemplate(template, fields, base)),
    reread: async () => keepAnswer(await templateQuery(template).queryFn()),
  })
  const [isReset, setReset] = useState(false)
  const reset = async () => {
    keepAnswer(await resetTemplate(template, version))
    // What was typed stood on the wording that is gone: published now, it would undo the reset.
    form.discard()
    setReset(true)
  }
  const { variables, needs } = templateOf(template)
  return (
    <>
      <h2>{t(templateNameTexts[template])}</h2>
      <p className="facts mb-2">{isDefault ? t(texts.standard) : t(texts.own, { version })}</p>
      <p className="facts mb-4">
        {t(texts.places)}：
        {variables.map((variable) => (
          <code key={variable} className="place">
            {`{${variable}}`}
            {needs.includes(variable) && ` ${t(texts.needed)}`}
          </code>
        ))}
      </p>
      <div className="wording">
        <RecordFormFrame
          form={form}
          action={t(texts.publish)}
          words={{ names: wordingNames, wordsFor: (_, words) => wordsIn(words) }}
        >
          <WordingFields fields={form.fields} onChange={form.set} errorOf={form.errorOf} />
        </RecordFormFrame>
        <WordingPreview template={template} wordings={form.fields} />
      </div>
      {!isDefault && <ResetWording reset={reset} isChanged={form.isChanged} />}
      {isReset && isDefault && (
        <p className="notice good mt-4" role="status">
          {t(texts.resetDone)}
        </p>
      )}
      <div className="mt-4">
        <HistoryFold
          key={version}
          place={{ path: `/message-templates/${template}`, queryKey: templateQuery(template).queryKey }}
          words={{ names: wordingNames, wordsFor: (_, words) => wordsIn(words) }}
        />
      </div>
      <Versions versions={versions} onTake={({ zh, en }) => form.set({ zh, en })} />
    </>
  )
}

function versioned({ zh, en, version }: TemplateView): Versioned<SaveTemplate> {
  return { fields: { zh, en }, version }
}

function wordsIn(words: unknown): string {
  const { subject, text }: Partial<MessageWords> = typeof words === 'object' && words !== null ? words : {}
  return `${subject ?? ''} · ${text ?? ''}`
}
