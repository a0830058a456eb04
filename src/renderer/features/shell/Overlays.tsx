import { useActions, useAppState } from '../../store/app-context.ts'
import { Palette } from '../palette/Palette.tsx'
import { ShortcutSheet } from '../shortcuts/ShortcutSheet.tsx'

/** What a key calls over the window, whatever it shows. */
export function Overlays({ onClosed }: { readonly onClosed: () => void }) {
  const { showOverlay } = useActions()
  const overlay = useAppState((state) => state.overlay)
  const close = () => showOverlay(null)
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
