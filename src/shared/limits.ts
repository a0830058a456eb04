// Apart from the schemas that use them, so that the page's first script does not load zod.

/** Characters (UTF-16 code units); NIST SP 800-63B §5.1.1.2 asks for at least eight. */
export const minPassphraseLength = 10
export const maxPassphraseLength = 1024

/** Number of activity entries that a profile keeps. */
export const maxActivity = 50

/** Number of rows that fill the list of the tallest window, and a few more. */
export const maxFirstRows = 60
