import { useState } from 'react'
import { type MinorUnits, parseMoney } from '#shared/money'
import { TextField } from './RecordFields.tsx'

type MoneyFieldProps = {
  label: string
  value: MinorUnits | undefined
  onChange: (amount: MinorUnits | undefined) => void
  hint?: string
  error?: string
  isOptional?: boolean
}

/** A field for an amount: people type `128.50`, the record keeps minor units. What is no amount stays typed and
 * leaves the amount empty, which the server then refuses where one is needed. */
export function MoneyField({ value, onChange, ...field }: MoneyFieldProps) {
  const [typed, setTyped] = useState<{ text: string; amount: MinorUnits | undefined }>()
  const text = typed && typed.amount === value ? typed.text : plainAmount(value)
  return (
    <TextField
      {...field}
      value={text}
      onChange={(next) => {
        const amount = parseMoney(next)
        setTyped({ text: next, amount })
        onChange(amount)
      }}
    />
  )
}

function plainAmount(amount: MinorUnits | undefined): string {
  return amount === undefined ? '' : (amount / 100).toFixed(2)
}
