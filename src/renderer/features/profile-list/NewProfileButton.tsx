import { IconPlus } from '@tabler/icons-react'
import { type ComponentProps, useId } from 'react'
import { errorText } from '../../i18n/app-error.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { Button } from '../../parts/parts.tsx'
import { useActions, useApp, useAppState } from '../../store/app-context.ts'
import { originIn, readOnlyIn } from '../../store/app-state.ts'
import classes from './NewProfileButton.module.css'

type Look = Pick<ComponentProps<typeof Button>, 'look' | 'size' | 'isWide'>

/** Opens an empty form; where profiles can't be saved, shows why. */
export function NewProfileButton(look: Look) {
  const { t } = useTexts()
  const { store } = useApp()
  const { goTo } = useActions()
  const code = useAppState(readOnlyIn)
  const reasonId = useId()
  return (
    <>
      <Button
        {...look}
        disabled={code !== null}
        {...(code === null ? {} : { 'aria-describedby': reasonId })}
        icon={<IconPlus size={18} aria-hidden />}
        onClick={() => goTo({ kind: 'new-profile', from: originIn(store.state.getState()) })}
      >
        {t('list.newProfile')}
      </Button>
      {code !== null && (
        <span id={reasonId} className={classes['reason']}>
          {errorText(t, { code })}
        </span>
      )}
    </>
  )
}
