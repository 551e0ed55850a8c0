import { type ChangeEvent, useState } from 'react'

type TypedNumber = { value: number; least?: number; most?: number; onChange: (value: number) => void }

/** What an input for a whole number needs: its text stays as it is typed, and an empty one is no zero. */
export function useTypedNumber({ value, least = 0, most, onChange }: TypedNumber) {
  const [typed, setTyped] = useState<{ text: string; means: number }>()
  return {
    type: 'number',
    inputMode: 'numeric',
    required: true,
    min: least,
    max: most,
    value: typed?.means === value ? typed.text : String(value),
    onChange: ({ currentTarget: { value: text } }: ChangeEvent<HTMLInputElement>) => {
      const number = text === '' ? value : Number(text)
      const means = Number.isInteger(number) ? number : value
      setTyped({ text, means })
      if (means !== value) onChange(means)
    },
  } as const
}
