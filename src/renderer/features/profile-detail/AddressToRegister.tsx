import { Button } from '@mantine/core'
import { useTexts } from '../../i18n/use-texts.ts'
import { useRequest } from '../../store/app-context.ts'
import { registeredAddress } from '../profile-form/redirect-remarks.ts'
import classes from './SignInCard.module.css'
import { CopiedStatus, CopyingText, useConfirmation } from './SignInCard.tsx'

interface Props {
  readonly address: string
}

/** Shows a redirect address as it is registered with the service, to be copied by a click. */
export function AddressToRegister({ address }: Props) {
  const { t } = useTexts()
  const copyRedirectAddress = useRequest('copyRedirectAddress')
  const { isShown, confirm } = useConfirmation()
  const registered = registeredAddress(address)
  return (
    <div className={classes['registered']}>
      <code>{registered}</code>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => {
          void copyRedirectAddress
            .run({ address: registered })
            .then((done) => done !== undefined && confirm())
        }}
      >
        <CopyingText isCopied={isShown}>{t('form.copy')}</CopyingText>
      </Button>
      <CopiedStatus isCopied={isShown} />
    </div>
  )
}
