import { useEffect, useRef, useState } from 'react'
import type { AppError, Result } from '../../../shared/errors.ts'
import { type ImportReading, maxImportLength } from '../../../shared/import.ts'
import { useRequest } from '../../store/app-context.ts'

export type Reading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'read'; readonly of: string; readonly value: ImportReading }
  | { readonly kind: 'refused'; readonly error: AppError }

const readingOf = (of: string, result: Result<ImportReading>): Reading =>
  result.ok ? { kind: 'read', of, value: result.value } : { kind: 'refused', error: result.error }

/**
 * Returns the reading of a text by main. The last reading stays until the next arrives; `latest`
 * waits for the reading of the current text.
 */
export function useImportReading(text: string) {
  const { send: readImport } = useRequest('readImport')
  const [reading, setReading] = useState<Reading>({ kind: 'empty' })
  const latest = useRef<Promise<Reading>>(Promise.resolve(reading))

  useEffect(() => {
    let isCurrent = true
    const next =
      text.trim() === ''
        ? Promise.resolve<Reading>({ kind: 'empty' })
        : text.length > maxImportLength
          ? Promise.resolve<Reading>({ kind: 'too-long' })
          : readImport({ text }).then((result) => readingOf(text, result))
    latest.current = next
    void next.then((read) => {
      if (isCurrent) setReading(read)
    })
    return () => {
      isCurrent = false
    }
  }, [readImport, text])
  return { reading, latest: () => latest.current }
}
