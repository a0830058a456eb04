import { useRef } from 'react'
import type { Instant } from '../../../shared/clock.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { useEachSecond } from '../../now/use-now.ts'
import classes from './Countdown.module.css'

interface Props {
  readonly profile: ProfileView
  /** Returns the text at that time. */
  readonly textAt: (now: Instant) => string
  readonly isInSight?: boolean
}

/** Reserves the width of the text while only its digits change. */
const zerosOf = (text: string) => text.replace(/\d/g, '0')

/** Keeps the node of the text: another one would be styled and laid out from the beginning. */
function write(element: HTMLElement | null, text: string): void {
  const node = element?.firstChild
  if (node === null) element?.append(text)
  else if (node !== undefined && node.nodeValue !== text) node.nodeValue = text
}

/**
 * A running time, in one line. Each second it is written straight into the page, past React, into a
 * box with a layout of its own; invisible zeros reserve its width. A hundred of them in sight then
 * cost as little per second as possible.
 */
export function Countdown({ profile, textAt, isInSight = true }: Props) {
  const room = useRef<HTMLSpanElement>(null)
  const time = useRef<HTMLSpanElement>(null)
  useEachSecond(
    profile,
    (now) => {
      const text = textAt(now)
      const zeros = zerosOf(text)
      if (room.current?.dataset['zeros'] !== zeros) room.current?.setAttribute('data-zeros', zeros)
      write(time.current, text)
    },
    isInSight,
  )
  return (
    <span ref={room} className={classes['room']}>
      <span ref={time} className={classes['time']} />
    </span>
  )
}
