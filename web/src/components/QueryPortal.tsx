import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ApiProblem } from '../api.ts'
import { leaveWhenSignedOut } from './leave-to-sign-in.ts'
import { Portal, type PortalProps } from './Portal.tsx'

const MOST_FAILURES = 2

const client = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
  mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
  defaultOptions: {
    queries: {
      retry: (failures, error) =>
        failures < MOST_FAILURES && !(error instanceof ApiProblem && error.status < 500),
      refetchOnWindowFocus: false,
    },
  },
})

/** The portal for pages that ask and change several things: with the answers kept by TanStack Query. */
export function QueryPortal(props: PortalProps) {
  return (
    <QueryClientProvider client={client}>
      <Portal {...props} />
    </QueryClientProvider>
  )
}
