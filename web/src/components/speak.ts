import type { Language } from '#shared/languages'

const voices: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }

/** Reads a text aloud in place of what is being read; answers when it is done or was stopped. */
export function speak(text: string, language: Language): Promise<void> {
  return new Promise((resolve) => {
    const words = new SpeechSynthesisUtterance(text)
    words.lang = voices[language]
    words.rate = 0.9
    words.onend = () => resolve()
    words.onerror = () => resolve()
    speechSynthesis.cancel()
    speechSynthesis.speak(words)
  })
}

export function stopSpeaking(): void {
  speechSynthesis.cancel()
}
