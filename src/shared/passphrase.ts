/** Characters (UTF-16 code units) of a passphrase; NIST SP 800-63B §5.1.1.2 asks for at least eight. */
export const minPassphraseLength = 10
export const maxPassphraseLength = 1024
