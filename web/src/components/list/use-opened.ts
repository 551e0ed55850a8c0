import { useCallback, useEffect, useState } from 'react'

/** Which row of a list is opened beside it: the fragment of the address, so that a row is a link, and back closes it. */
export function useOpened() {
  const [opened, setOpened] = useState(() => location.hash.slice(1))
  useEffect(() => {
    const readAgain = () => setOpened(location.hash.slice(1))
    addEventListener('hashchange', readAgain)
    return () => removeEventListener('hashchange', readAgain)
  }, [])
  const close = useCallback(() => {
    history.replaceState(history.state, '', location.pathname + location.search)
    setOpened('')
  }, [])
  return { opened, close }
}
