import { useCallback, useEffect, useState } from 'react'
import { maxImportLength, type RefusedFile } from '../../../shared/import.ts'

type FileReading =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'too-large' | 'unreadable' }

/** Returns the encoding of a byte order mark, or UTF-8 without one. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}

/** Returns the text of a file of up to 1 MiB. Never rejects. */
export async function readFile(file: File): Promise<FileReading> {
  if (file.size > maxImportLength) return { kind: 'too-large' }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return { kind: 'read', text: new TextDecoder(encodingOf(bytes)).decode(bytes) }
  } catch {
    return { kind: 'unreadable' }
  }
}

interface ReceivedFile {
  readonly name: string
  readonly text: string
}

/**
 * Holds the received input: a pasted text, or a file. A chosen file takes precedence until it is
 * removed; the text in the field stays.
 */
export function useReceived(dropped: File | RefusedFile | null) {
  const [text, setText] = useState('')
  const [file, setFile] = useState<ReceivedFile | null>(null)
  const [fileProblem, setFileProblem] = useState<Omit<RefusedFile, 'kind'> | null>(null)

  const choose = useCallback(async (chosen: File) => {
    const { name } = chosen
    const read = await readFile(chosen)
    if (read.kind === 'read') {
      setFile({ name, text: read.text })
      setFileProblem(null)
    } else setFileProblem({ name, reason: read.kind })
  }, [])

  useEffect(() => {
    if (dropped === null) return
    if (dropped instanceof File) void choose(dropped)
    else setFileProblem(dropped)
  }, [dropped, choose])

  return {
    text,
    setText: (next: string) => {
      setText(next)
      // Typing continues with the text.
      setFile(null)
      setFileProblem(null)
    },
    file,
    fileProblem,
    choose,
    removeFile: () => setFile(null),
    content: file?.text ?? text,
  }
}
