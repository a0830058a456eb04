import type { Preset } from '../../../shared/preset.ts'
import { hostsElsewhere, type SentTo } from '../../../shared/provider-hosts.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { Notice } from './Notice.tsx'

interface Props {
  readonly preset: Pick<Preset, 'name' | 'domains'>
  readonly settings: SentTo
}

/** Warns of addresses that the provider is not known to use, if there are any. */
export function ElsewhereNotice({ preset, settings }: Props) {
  const { t } = useSentences()
  const hosts = hostsElsewhere(preset, settings)
  if (hosts.length === 0) return null
  return (
    <Notice kind="warning">
      {t('imports.warning.other-address', { provider: preset.name, server: hosts.join(', ') })}
    </Notice>
  )
}
