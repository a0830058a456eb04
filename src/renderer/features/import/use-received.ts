import { useCallback, useEffect, useState } from 'react'
import { readFile } from './read-file.ts'

interface ReceivedFile {
  readonly name: string
  readonly text: string
}

/**
 * What somebody received: a text that is pasted, or a file. A file counts as long as it is
 * there; the text in the field stays, whatever is chosen.
 */
export function useReceived(dropped: File | null) {
  const [text, setText] = useState('')
  const [file, setFile] = useState<ReceivedFile | null>(null)
  const [fileProblem, setFileProblem] = useState<{
    readonly kind: 'fileTooLarge' | 'fileUnreadable'
    readonly name: string
  } | null>(null)

  const choose = useCallback(async (chosen: File) => {
    const { name } = chosen
    const read = await readFile(chosen)
    if (read.kind === 'read') {
      setFile({ name, text: read.text })
      setFileProblem(null)
    } else
      setFileProblem({ kind: read.kind === 'too-large' ? 'fileTooLarge' : 'fileUnreadable', name })
  }, [])

  useEffect(() => {
    if (dropped !== null) void choose(dropped)
  }, [dropped, choose])

  return {
    text,
    setText: (next: string) => {
      setText(next)
      // Who types goes on with the text.
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
