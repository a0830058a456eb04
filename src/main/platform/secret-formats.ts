const raw = (name: string) => `electron application/osclipboard;format="${name}"`

/** A DWORD of zero: no. */
const no = () => new Blob([new Uint8Array(4)])
/** What stands there does not matter, only that the format is there. */
const present = () => new Blob(['1'])

/**
 * What programs that keep a history look for, to leave something out:
 *
 * - Windows: the formats of its own history and cloud clipboard (Win32, "Clipboard Formats"),
 *   and the older one of the programs that came before.
 * - macOS: the agreement of nspasteboard.org.
 * - Linux: Klipper's sign, which the other managers follow.
 */
function hints(platform: NodeJS.Platform): Readonly<Record<string, Blob>> {
  if (platform === 'win32') {
    return {
      [raw('ExcludeClipboardContentFromMonitorProcessing')]: present(),
      [raw('CanIncludeInClipboardHistory')]: no(),
      [raw('CanUploadToCloudClipboard')]: no(),
      [raw('Clipboard Viewer Ignore')]: present(),
    }
  }
  if (platform === 'darwin') return { [raw('org.nspasteboard.ConcealedType')]: present() }
  return { [raw('x-kde-passwordManagerHint')]: new Blob(['secret']) }
}

/** A secret text for the clipboard, by format, with the signs that keep it out of histories. */
export function secretFormats(
  platform: NodeJS.Platform,
  text: string,
): Record<string, string | Blob> {
  return { 'text/plain': text, ...hints(platform) }
}
