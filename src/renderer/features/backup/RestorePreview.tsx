import { Button, Radio } from '@mantine/core'
import { useState } from 'react'
import type { BackupPreview, NamedProfile, RestoreChoice } from '../../../shared/backup.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { Notice } from '../notices/Notice.tsx'
import { ConfirmDialog } from '../shell/ConfirmDialog.tsx'
import page from '../shell/Page.module.css'
import classes from './Backup.module.css'
import { Names } from './Names.tsx'

/** The groups of profiles in the backup. */
const contents = ['fresh', 'different', 'same', 'locked'] as const
const groups = [...contents, 'missing', 'notIncluded', 'withoutRefreshToken'] as const

interface Props {
  readonly preview: BackupPreview
  readonly restore: (choice: RestoreChoice) => Promise<void>
  readonly cancel: () => void
}

/** The changes that a restore would make, and the choice between them. */
export function RestorePreview({ preview, restore, cancel }: Props) {
  const { t, moments } = useSentences()
  const [kind, setKind] = useState<RestoreChoice['kind']>('merge')
  const [different, setDifferent] = useState<'keep' | 'take'>('keep')
  const [isConfirming, setIsConfirming] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const { fresh, missing } = preview
  const isOfUse = fresh.length + preview.different.length + missing.length > 0
  const isEmpty = contents.every((group) => preview[group].length === 0)
  const count = missing.length

  async function run(): Promise<void> {
    setIsConfirming(false)
    setIsBusy(true)
    await restore(kind === 'merge' ? { kind, different } : { kind })
  }

  return (
    <>
      <p>{t('backup.restore.madeAt', { when: moments.short(preview.createdAt) })}</p>
      {isEmpty && <p>{t('backup.restore.nothingInIt')}</p>}
      <div className={classes['groups']}>
        {groups.map((group) => (
          <Group key={group} group={group} profiles={preview[group]} />
        ))}
      </div>
      {preview.elsewhere.length > 0 && <Elsewhere profiles={preview.elsewhere} />}
      {isOfUse ? (
        <>
          <Radio.Group
            label={t('backup.restore.how')}
            value={kind}
            onChange={(value) => setKind(value === 'replace' ? 'replace' : 'merge')}
          >
            <Radio
              mt="xs"
              value="merge"
              label={t('backup.restore.merge')}
              description={t('backup.restore.mergeHint')}
            />
            <Radio
              mt="xs"
              value="replace"
              label={t('backup.restore.replace')}
              description={t('backup.restore.replaceHint', { count })}
            />
          </Radio.Group>
          {kind === 'merge' && preview.different.length > 0 && (
            <Radio.Group
              label={t('backup.restore.differentTitle')}
              value={different}
              onChange={(value) => setDifferent(value === 'take' ? 'take' : 'keep')}
            >
              <Radio mt="xs" value="keep" label={t('backup.restore.keepMine')} />
              <Radio mt="xs" value="take" label={t('backup.restore.takeBackup')} />
            </Radio.Group>
          )}
        </>
      ) : (
        <p>{t('backup.restore.nothingToDo')}</p>
      )}
      <div className={page['buttons']}>
        {isOfUse && (
          <Button
            loading={isBusy}
            onClick={() => {
              if (kind === 'replace' && count > 0) setIsConfirming(true)
              else void run()
            }}
          >
            {t('backup.restore.button')}
          </Button>
        )}
        <Button variant="default" disabled={isBusy} onClick={cancel}>
          {t('backup.restore.cancel')}
        </Button>
      </div>
      <ConfirmDialog
        question={
          isConfirming
            ? {
                title: t('backup.restore.confirmTitle', { count }),
                what: <Doomed profiles={missing} />,
                no: t('backup.restore.confirmNo'),
                yes: t('backup.restore.confirmYes', { count }),
              }
            : null
        }
        onNo={() => setIsConfirming(false)}
        onYes={() => void run()}
        onClosed={() => {}}
      />
    </>
  )
}

function Doomed({ profiles }: { readonly profiles: readonly NamedProfile[] }) {
  const { t } = useSentences()
  return (
    <>
      {t('backup.restore.confirmWhat')}
      <Names profiles={profiles} />
    </>
  )
}

/** Warns of the hosts that secrets and tokens would go to after a restore. */
function Elsewhere({ profiles }: { readonly profiles: BackupPreview['elsewhere'] }) {
  const { t } = useSentences()
  const count = profiles.length
  return (
    <Notice kind="warning" title={t('backup.restore.elsewhere', { count })}>
      {t('backup.restore.elsewhereWhat')}
      <Names
        profiles={profiles.map(({ id, name, hosts }) => ({
          id,
          name: `${name}: ${hosts.join(', ')}`,
        }))}
      />
    </Notice>
  )
}

interface GroupProps {
  readonly group: (typeof groups)[number]
  readonly profiles: readonly NamedProfile[]
}

function Group({ group, profiles }: GroupProps) {
  const { t } = useSentences()
  if (profiles.length === 0) return null
  return (
    <details className={classes['group']}>
      <summary>{t(`backup.restore.${group}`, { count: profiles.length })}</summary>
      <Names profiles={profiles} />
    </details>
  )
}
