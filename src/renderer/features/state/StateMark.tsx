import type { ProfileState } from '../../../shared/profile-state.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import classes from './StateMark.module.css'
import { stateIcons } from './state-icons.ts'

interface Props {
  readonly state: ProfileState
  readonly size: 'small' | 'large'
  /** Is shown instead of the state's name. */
  readonly text?: string | undefined
}

/** A profile's state: a word, a sign and a colour, so that none of them is needed alone. */
export function StateMark({ state, size, text }: Props) {
  const { t } = useTexts()
  const Icon = stateIcons[state]
  return (
    <span className={classes['mark']} data-state={state} data-size={size}>
      <Icon size={size === 'small' ? 15 : 17} aria-hidden />
      {text ?? t(`state.${state}`)}
    </span>
  )
}
