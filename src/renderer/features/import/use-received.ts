import { useCallback, useEffect, useState } from 'react'
import type { RefusedFile } from '../../../shared/import.ts'
import { readFile } from './read-file.ts'

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
