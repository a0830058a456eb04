import { useSentences } from '../../sentences/use-sentences.ts'
import { vaultNotices } from '../../sentences/vault-notices.ts'
import { useAppState } from '../../store/app-context.ts'
import { deskIn } from '../../store/app-state.ts'
import { Notice } from './Notice.tsx'
import classes from './VaultNotices.module.css'

/** What is unusual about how the secrets are kept. */
export function VaultNotices() {
  const vault = useAppState((state) => deskIn(state)?.vault)
  const { t } = useSentences()
  const notices = vault === undefined ? [] : vaultNotices(t, vault)
  if (notices.length === 0) return null
  return (
    <div className={classes['notices']}>
      {notices.map(({ kind, title, text }) => (
        <Notice
          key={kind}
          kind={kind === 'quarantined' || kind === 'key-store-changed' ? 'info' : 'warning'}
          title={title}
        >
          {text}
        </Notice>
      ))}
    </div>
  )
}
