import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { RecordHistory, type RecordHistoryProps } from './RecordHistory.tsx'

/** The history of a record on a page that keeps its answers otherwise. */
export function LoneHistory(props: RecordHistoryProps) {
  const [client] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={client}>
      <RecordHistory {...props} />
    </QueryClientProvider>
  )
}
