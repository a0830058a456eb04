import { useTexts } from '../../i18n/use-texts.ts'
import { useActions, useAppState } from '../../store/app-context.ts'
import { profileIn } from '../../store/app-state.ts'
import { Palette } from '../palette/Palette.tsx'
import { ShortcutSheet } from '../shortcuts/ShortcutSheet.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'

/** The overlays that a key opens over any page. */
export function Overlays({ onClosed }: { readonly onClosed: () => void }) {
  const { set } = useActions()
  const overlay = useAppState((state) => state.overlay)
  const close = () => set({ overlay: null })
  // Where the focus went on its own, such as into a form that was opened, it stays.
  const onLeft = () => {
    if (document.activeElement === document.body) onClosed()
  }
  return (
    <>
      <Palette isOpen={overlay === 'palette'} onClose={close} onClosed={onLeft} />
      <ShortcutSheet isOpen={overlay === 'shortcuts'} onClose={close} onClosed={onLeft} />
    </>
  )
}

/** The questions that the window asks over any page. */
export function Questions({ onClosed }: { readonly onClosed: () => void }) {
  const { t } = useTexts()
  const { answerCopyOffer, deleteProfile, dismiss, set, leaveFor, lockNow } = useActions()
  const leavingFor = useAppState((state) => state.leavingFor)
  const deleting = useAppState((state) =>
    state.deleting === null ? undefined : profileIn(state, state.deleting),
  )
  const offered = useAppState((state) =>
    state.copyOffered === null ? undefined : profileIn(state, state.copyOffered),
  )
  return (
    <>
      <ConfirmDialog
        question={
          deleting === undefined
            ? null
            : {
                title: t('detail.deleteTitle', { name: deleting.settings.about.name }),
                tag: deleting.settings.about.tag ?? null,
                what: t('detail.deleteWhat'),
                no: t('detail.cancel'),
                yes: t('detail.confirmDelete'),
              }
        }
        onNo={() => set({ deleting: null })}
        onYes={() => {
          if (deleting !== undefined) void deleteProfile(deleting.id)
        }}
        onClosed={onClosed}
      />
      <ConfirmDialog
        question={
          leavingFor === null
            ? null
            : {
                title: leavingFor.kind === 'lock' ? t('form.lockTitle') : t('form.leaveTitle'),
                what: t('form.leaveWhat'),
                no: t('form.stay'),
                yes: leavingFor.kind === 'lock' ? t('form.lockAnyway') : t('form.discard'),
              }
        }
        onNo={() => dismiss('leavingFor')}
        onYes={() => {
          if (leavingFor?.kind === 'lock') void lockNow()
          else if (leavingFor !== null) leaveFor(leavingFor)
        }}
        onClosed={onClosed}
      />
      <ConfirmDialog
        question={
          offered === undefined
            ? null
            : {
                title: t('detail.copyHereTitle', { name: offered.settings.about.name }),
                tag: offered.settings.about.tag ?? null,
                what: t('detail.copyHereWhy'),
                no: t('detail.cancel'),
                yes: t('detail.copyHeader'),
                isHarmless: true,
              }
        }
        onNo={() => answerCopyOffer(false)}
        onYes={() => answerCopyOffer(true)}
        onClosed={onClosed}
      />
    </>
  )
}
