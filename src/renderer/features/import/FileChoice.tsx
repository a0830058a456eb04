import { Button, CloseButton } from '@mantine/core'
import { IconFile, IconFolderOpen } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTexts } from '../../i18n/use-texts.ts'
import classes from './FileChoice.module.css'

interface Props {
  /** The name of the file that was chosen. */
  readonly name: string | null
  /** Omits the hint about accepted files. */
  readonly isBrief: boolean
  readonly onChoose: (file: File) => void
  readonly onRemove: () => void
}

/** Chooses a file as input, which may also be dropped anywhere on the window. */
export function FileChoice({ name, isBrief, onChoose, onRemove }: Props) {
  const { t } = useTexts()
  const input = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <div className={classes['choice']}>
      {!isBrief && (
        <p>
          {t('imports.file')} {t('imports.orDrop')}
        </p>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,.ionapi,.tokendesk,.txt,.sh,.cmd,.bat,.ps1"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file !== undefined) onChoose(file)
          // The same file once more is a choice too.
          event.currentTarget.value = ''
        }}
      />
      <div className={classes['row']}>
        <Button
          ref={button}
          variant="default"
          size="compact-sm"
          leftSection={<IconFolderOpen size={17} aria-hidden />}
          onClick={() => input.current?.click()}
        >
          {t('imports.chooseFile')}
        </Button>
        {name !== null && (
          <span className={classes['file']}>
            <IconFile size={17} aria-hidden />
            <span>{t('imports.fileChosen', { name })}</span>
            <CloseButton
              size="sm"
              aria-label={t('imports.removeFile')}
              onClick={() => {
                onRemove()
                button.current?.focus()
              }}
            />
          </span>
        )}
      </div>
    </div>
  )
}
