import { Button } from '@mantine/core'
import { IconDevices, IconExternalLink } from '@tabler/icons-react'
import type { ProfileId } from '../../../shared/profile.ts'
import type { RunProgress } from '../../../shared/profile-view.ts'
import { mayBeOpened } from '../../../shared/redirect-address.ts'
import { addressParts } from '../../i18n/sign-in.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useRequest } from '../../store/app-context.ts'
import { QrCode } from './QrCode.tsx'
import classes from './SignInCard.module.css'
import { CopiedStatus, CopyingText, SignInCard, useConfirmation } from './SignInCard.tsx'

interface Props {
  readonly id: ProfileId
  readonly progress: Extract<RunProgress, { kind: 'showing-device-code' }>
}

/** The code that the user enters on any device, and where (RFC 8628 §3.3). */
export function DeviceCard({ id, progress }: Props) {
  const { t } = useTexts()
  const { address, completeAddress, code, expiresAt } = progress
  const openSignIn = useRequest('openSignIn')
  const isOpenable = mayBeOpened(address)
  return (
    <SignInCard id={id} Icon={IconDevices} title={t('signIn.device.title')} expiresAt={expiresAt}>
      <div className={classes['body']}>
        <div className={classes['device']}>
          <ol className={classes['steps']}>
            <li className={classes['step']}>
              <p>{t('signIn.device.open')}</p>
              <p className={classes['address']}>
                <Address>{address}</Address>
              </p>
              {isOpenable ? (
                <Button
                  leftSection={<IconExternalLink size={17} aria-hidden />}
                  onClick={() => void openSignIn.run({ id })}
                >
                  {t('signIn.device.openPage')}
                </Button>
              ) : (
                <p className={classes['soft']}>{t('signIn.device.notOpened')}</p>
              )}
            </li>
            <li className={classes['step']}>
              <p>
                {completeAddress === null ? t('signIn.device.type') : t('signIn.device.compare')}
              </p>
              <CodeButton id={id} code={code} />
            </li>
          </ol>
          {isOpenable && <QrCode address={completeAddress ?? address} />}
        </div>
        <p className={classes['soft']}>{t('signIn.device.warning')}</p>
      </div>
    </SignInCard>
  )
}

function Address({ children }: { readonly children: string }) {
  const [before, host, after] = addressParts(children)
  return (
    <>
      {before}
      <strong>{host}</strong>
      {after}
    </>
  )
}

interface CodeProps {
  readonly id: ProfileId
  readonly code: string
}

/** Shows the code in spaced letters; a click copies it. */
function CodeButton({ id, code }: CodeProps) {
  const { t } = useTexts()
  const { run: copyDeviceCode } = useRequest('copyDeviceCode')
  const { isShown, confirm } = useConfirmation()
  return (
    <>
      <button
        type="button"
        className={classes['code']}
        onClick={() => {
          void copyDeviceCode({ id }).then((copied) => copied !== undefined && confirm())
        }}
      >
        <span className={classes['letters']} translate="no">
          {code}
        </span>{' '}
        <CopyingText isCopied={isShown}>{t('signIn.device.copy')}</CopyingText>
      </button>
      <CopiedStatus isCopied={isShown} />
    </>
  )
}
