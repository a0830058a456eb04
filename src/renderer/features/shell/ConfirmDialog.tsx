import { Button, Modal } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Tag } from '../../../shared/profile-labels.ts'
import { TagChip } from '../tag/TagChip.tsx'
import classes from './ConfirmDialog.module.css'

export interface Question {
  readonly title: string
  /** The tag of the profile in question: another one may have the same name. */
  readonly tag?: Tag | null
  readonly what: ReactNode
  readonly no: string
  readonly yes: string
  /** Nothing is lost by a yes, so it has the focus. */
  readonly isHarmless?: boolean
}

interface Props {
  /** The question; `null` closes the dialog. */
  readonly question: Question | null
  readonly onNo: () => void
  readonly onYes: () => void
  /** Called when the dialog is out of sight. */
  readonly onClosed: () => void
}

/** Asks for confirmation, mostly before a loss. Stays mounted after closing, so that it can fade. */
export function ConfirmDialog({ question, onNo, onYes, onClosed }: Props) {
  // The words stay while the dialog fades.
  const [shown, setShown] = useState(question)
  const isOther = question?.title !== shown?.title || question?.tag !== shown?.tag
  if (question !== null && isOther) setShown(question)
  return (
    // The page itself never scrolls, so nothing has to be locked.
    <Modal
      opened={question !== null}
      centered
      lockScroll={false}
      withCloseButton={false}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      onClose={onNo}
      onExitTransitionEnd={onClosed}
      title={shown?.title}
      classNames={{ title: classes['title'] ?? '' }}
    >
      {shown?.tag != null && (
        <p className={classes['tag']}>
          <TagChip tag={shown.tag} size="large" />
        </p>
      )}
      <div>{shown?.what}</div>
      <div className={classes['buttons']}>
        <Button variant="default" data-autofocus={!shown?.isHarmless || undefined} onClick={onNo}>
          {shown?.no}
        </Button>
        {shown?.isHarmless ? (
          <Button data-autofocus onClick={onYes}>
            {shown.yes}
          </Button>
        ) : (
          <Button color="rust" onClick={onYes}>
            {shown?.yes}
          </Button>
        )}
      </div>
    </Modal>
  )
}
