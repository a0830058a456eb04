import { Button, Checkbox, TextInput, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { redirectAddress } from '../../../shared/grants/authorization-code.ts'
import { grantFields } from '../../../shared/preset.ts'
import { hasAnyPort } from '../../../shared/redirect-address.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useRequest } from '../../store/app-context.ts'
import { Notice } from '../notices/Notice.tsx'
import classes from './RedirectAddressField.module.css'
import {
  mayHaveAnyPort,
  type RedirectRemark,
  redirectRemarks,
  registeredAddress,
  withAnyPort,
} from './redirect-remarks.ts'
import type { ProfileFormApi } from './use-profile-form.ts'
import type { FormValues } from './values.ts'

/** Milliseconds for which the button shows that it copied. */
const copiedFor = 1500

function CopyAddress({ address }: { readonly address: string }) {
  const { t } = useTexts()
  const { run, isPending } = useRequest('copyRedirectAddress')
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), copiedFor)
    return () => clearTimeout(timer)
  }, [isCopied])
  const Icon = isCopied ? IconCheck : IconCopy
  return (
    <>
      <Button
        variant="default"
        disabled={!redirectAddress.safeParse(address).success}
        loading={isPending}
        leftSection={<Icon size={17} aria-hidden />}
        onClick={() => {
          void run({ address }).then((copied) => setCopied(copied !== undefined))
        }}
      >
        {t('form.copy')}
      </Button>
      <VisuallyHidden aria-live="polite">{isCopied && t('form.copied')}</VisuallyHidden>
    </>
  )
}

/** Explains the consequences of a redirect address, if the grant has one. */
export function RedirectRemarks({ values }: { readonly values: FormValues }) {
  const { t } = useTexts()
  function text(remark: RedirectRemark): string {
    switch (remark.kind) {
      case 'busy-port':
        return t('form.redirect.busy-port', { port: remark.port })
      case 'other-name':
        return t('form.redirect.other-name', { address: registeredAddress(remark.address) })
      default:
        return t(`form.redirect.${remark.kind}`)
    }
  }
  if (!grantFields(values.grantType).includes('redirectAddress')) return null
  const remarks = redirectRemarks(values)
  if (remarks.length === 0) return null
  return (
    <Notice kind={remarks.some(({ kind }) => kind === 'seen-by-others') ? 'warning' : 'info'}>
      {remarks.map((remark) => (
        <p key={remark.kind}>{text(remark)}</p>
      ))}
    </Notice>
  )
}

/** Edits the address at which the browser returns to the app, and says what follows from it. */
export function RedirectAddressField({ form }: { readonly form: ProfileFormApi }) {
  const { t } = useTexts()
  const { values } = form
  return (
    <div>
      <TextInput
        label={t('form.label.redirectAddress')}
        description={t('form.hint.redirectAddress')}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        inputContainer={(input) => (
          <div className={classes['row']}>
            {input}
            <CopyAddress address={registeredAddress(values.redirectAddress)} />
          </div>
        )}
        {...form.getInputProps('redirectAddress')}
      />
      {mayHaveAnyPort(values) && (
        <Checkbox
          className={classes['any'] ?? ''}
          label={t('form.redirect.anyPort')}
          description={t('form.redirect.anyPortHint')}
          checked={hasAnyPort(values.redirectAddress.trim())}
          onChange={({ currentTarget: { checked } }) =>
            form.setFieldValue('redirectAddress', withAnyPort(values.redirectAddress, checked))
          }
        />
      )}
      <div className={classes['remarks']} aria-live="polite">
        <RedirectRemarks values={values} />
      </div>
    </div>
  )
}
