import { useEffect, useState } from 'react'
import type { AppError } from '../../../shared/errors.ts'
import { maxPasteLength, type PastedContents } from '../../../shared/token.ts'
import { useRequest } from '../../store/app-context.ts'

export type InspectionReading =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'read'; readonly contents: PastedContents }
  | { readonly kind: 'refused'; readonly error: AppError }

const nothing: InspectionReading = { kind: 'nothing' }

/** Returns main's reading of `text`. The last reading stays until the next one arrives. */
export function useInspection(text: string): InspectionReading {
  const { send: inspectToken } = useRequest('inspectToken')
  const [reading, setReading] = useState(nothing)

  useEffect(() => {
    if (text.trim() === '') return setReading(nothing)
    if (text.length > maxPasteLength) return setReading({ kind: 'too-long' })
    let isCurrent = true
    void inspectToken({ text }).then((result) => {
      if (!isCurrent) return
      setReading(
        result.ok
          ? { kind: 'read', contents: result.value }
          : { kind: 'refused', error: result.error },
      )
    })
    return () => {
      isCurrent = false
    }
  }, [inspectToken, text])
  return reading
}
