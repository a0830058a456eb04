const raw = (name: string) => `electron application/osclipboard;format="${name}"`

/** A DWORD of zero: no. */
const no = () => new Blob([new Uint8Array(4)])
/** Any contents: only the presence of the format matters. */
const present = () => new Blob(['1'])

/**
 * Returns the formats that exclude a text from clipboard histories:
 *
 * - Windows: the formats of its own history and cloud clipboard (Win32, "Clipboard Formats"),
 *   and the older one of earlier programs.
 * - macOS: the convention of nspasteboard.org.
 * - Linux: Klipper's format, which other managers follow.
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

/** Returns a secret text for the clipboard, by format, with those that exclude it from histories. */
export function secretFormats(
  platform: NodeJS.Platform,
  text: string,
): Record<string, string | Blob> {
  return { 'text/plain': text, ...hints(platform) }
}
