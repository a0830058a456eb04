import { startTransition, useEffect, useState } from 'react'

type SecondChunk = typeof import('./second-chunk.tsx')

let chunk: SecondChunk | undefined

/**
 * Returns the second file of the page once it is loaded, and loads it when it is wanted. Not with
 * `lazy`: React holds back what a `Suspense` has waited for, for up to 300 ms.
 */
export function useSecondChunk(isWanted: boolean): SecondChunk | undefined {
  const [loaded, setLoaded] = useState(chunk)
  useEffect(() => {
    if (!isWanted || loaded !== undefined) return
    let isCurrent = true
    import('./second-chunk.tsx').then(
      (module) => {
        chunk = module
        // In a transition, so that React interrupts it for a click.
        if (isCurrent) startTransition(() => setLoaded(module))
      },
      (error: unknown) => {
        // Thrown while rendering, for the error boundary.
        const fail = () => {
          throw error
        }
        if (isCurrent) setLoaded(fail)
      },
    )
    return () => {
      isCurrent = false
    }
  }, [isWanted, loaded])
  return loaded
}
