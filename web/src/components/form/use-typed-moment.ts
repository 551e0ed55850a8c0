import { type ChangeEvent, type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'

const bounds = {
  date: { min: '2000-01-01', max: '9999-12-31' },
  'datetime-local': { min: '2000-01-01T00:00', max: '9999-12-31T23:59' },
  time: {},
} as const
const typingKey = /^(\S|Arrow\w+|Backspace|Delete)$/

type TypedMoment = {
  type: keyof typeof bounds
  value: string | undefined
  onChange: (text: string) => void
}

/** What an input for a day or a time needs, so that typing is read when it is done: a day half typed is no day, and one
 * written back under the fingers becomes another. What is chosen with a picker is read at once. */
export function useTypedMoment({ type, value = '', onChange }: TypedMoment) {
  const [typed, setTyped] = useState<{ text: string; over: string }>()
  const [isUnread, setUnread] = useState(false)
  const isTyping = useRef(false)
  const take = ({ value: text, validity }: HTMLInputElement) => {
    isTyping.current = false
    setUnread(!validity.valid)
    if (validity.valid && text !== value) onChange(text)
  }
  return {
    isUnread,
    input: {
      type,
      ...bounds[type],
      value: typed?.over === value ? typed.text : value,
      onKeyDown: ({ key, currentTarget }: KeyboardEvent<HTMLInputElement>) => {
        if (key === 'Enter') take(currentTarget)
        else if (typingKey.test(key)) isTyping.current = true
      },
      onChange: ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
        setTyped({ text: currentTarget.value, over: value })
        if (!isTyping.current) take(currentTarget)
      },
      onBlur: ({ currentTarget }: FocusEvent<HTMLInputElement>) => take(currentTarget),
    },
  }
}
