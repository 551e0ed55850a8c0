import { useEffect } from 'react'
import { useAnswer } from '../../components/use-answer.ts'

/** An answer that is asked for again whenever the page is looked at anew. */
export function useFreshAnswer<Answer>(name: string, ask: () => Promise<Answer>) {
  const answered = useAnswer(name, ask)
  const { again } = answered
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') again()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [again])
  return answered
}
