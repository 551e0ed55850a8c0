import { useEffect, useState } from 'react'
import { largeModeTexts as texts } from '#shared/texts/large-mode'
import { Icon } from './Icon.tsx'
import { useSay } from './language-context.ts'

/** Reads a total or a deadline aloud, in the page's language. It shows in large mode, where the browser has a voice;
 * `text` is asked for at the press of the button, so it says how things stand then. */
export function ReadAloud({ text }: { text: () => string }) {
  const { t, language } = useSay()
  const [isReading, setReading] = useState(false)
  useEffect(() => () => globalThis.speechSynthesis?.cancel(), [])
  if (!('speechSynthesis' in globalThis)) return null
  const toggle = async () => {
    const { speak, stopSpeaking } = await import('./speak.ts')
    if (isReading) return stopSpeaking()
    setReading(true)
    await speak(text(), language)
    setReading(false)
  }
  return (
    <button type="button" className="quiet for-large" onClick={() => void toggle()}>
      <Icon name="aloud" />
      <span>{t(isReading ? texts.stopReading : texts.readAloud)}</span>
    </button>
  )
}
