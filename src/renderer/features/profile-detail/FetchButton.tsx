import { Button, Loader } from '@mantine/core'
import type { IconKey } from '@tabler/icons-react'
import type { ReactNode } from 'react'

interface Props {
  readonly Icon: typeof IconKey
  readonly variant: 'filled' | 'default'
  /** This button's request is under way. */
  readonly isBusy: boolean
  /** Some request is under way. */
  readonly isWaiting: boolean
  /** It gets the focus when a sign-in that waited for the user is over. */
  readonly isNextAfterSignIn?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

/** Starts a request and shows it under way; its position, width and focus don't change. */
export function FetchButton(props: Props) {
  const { Icon, variant, isBusy, isWaiting, isNextAfterSignIn = false, onClick, children } = props
  return (
    <Button
      data-next-after-sign-in={isNextAfterSignIn || undefined}
      variant={variant}
      leftSection={
        isBusy ? <Loader size={17} color="currentColor" /> : <Icon size={17} aria-hidden />
      }
      aria-busy={isBusy}
      aria-disabled={isWaiting}
      {...(isWaiting && { 'data-disabled': true })}
      onClick={(event) => {
        if (isWaiting) event.preventDefault()
        else onClick()
      }}
    >
      {children}
    </Button>
  )
}
