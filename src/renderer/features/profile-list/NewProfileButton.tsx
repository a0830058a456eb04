import { Button, type ButtonProps } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useId } from 'react'
import { errorText } from '../../i18n/app-error.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { useActions, useApp, useAppState } from '../../store/app-context.ts'
import { originIn, readOnlyIn } from '../../store/app-state.ts'
import classes from './NewProfileButton.module.css'

/** Opens an empty form, or says why nothing could be saved from it. */
export function NewProfileButton(look: Pick<ButtonProps, 'fullWidth' | 'size' | 'variant'>) {
  const { t } = useSentences()
  const { store } = useApp()
  const { goTo } = useActions()
  const code = useAppState(readOnlyIn)
  const reasonId = useId()
  return (
    <>
      <Button
        {...look}
        disabled={code !== null}
        aria-describedby={code === null ? undefined : reasonId}
        leftSection={<IconPlus size={18} aria-hidden />}
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
