/** A word for a POSIX shell, in single quotes. */
export const posixSingle = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`

/** A word for a POSIX shell, in double quotes. */
export const posixDouble = (word: string) => `"${word.replace(/[\\"$`]/g, '\\$&')}"`

/** A word for a POSIX shell, as `$'…'`. */
export const posixAnsi = (word: string) =>
  `$'${Array.from(word, (each) =>
    /[\w =&-]/.test(each) ? each : `\\U${(each.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`,
  ).join('')}'`

/** A word for bash, as its `printf %q` writes what is not ASCII: byte by byte. */
export const posixBytes = (word: string) =>
  `$'${Array.from(word, (each) =>
    /[\w =&-]/.test(each)
      ? each
      : Array.from(
          new TextEncoder().encode(each),
          (byte) => `\\${byte.toString(8).padStart(3, '0')}`,
        ).join(''),
  ).join('')}'`

/** A word for programs on Windows: backslashes before a quotation mark are doubled. */
const windowsArgument = (word: string) =>
  `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`

/** The same for cmd.exe, as browsers write it: every character special to cmd escaped. */
export const cmdCaret = (word: string) => windowsArgument(word).replace(/[()%!^"<>&|]/g, '^$&')

/** A word for PowerShell, in single quotes. */
export const powershellSingle = (word: string) => `'${word.replaceAll("'", "''")}'`

/** A word for PowerShell, in double quotes. */
export const powershellDouble = (word: string) => `"${word.replace(/[`"$]/g, '`$&')}"`
