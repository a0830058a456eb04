/** @typedef {import('./edition.mjs').Edition} Edition */

/** The type of share files: on disk and between programs. */
export const SHARE_FILE = /** @type {const} */ ({
  extension: 'tokendesk',
  mimeType: 'application/x-token-desk-share',
})

/** The languages besides English, as desktops write them. */
export const WORDS = /** @type {const} */ ({
  '': {
    genericName: 'Access tokens',
    comment: 'Get, read, renew and copy OAuth 2.0 access tokens',
    keywords: 'token;access;OAuth;bearer;API;',
    shareFile: 'Token Desk share file',
  },
  nl: {
    genericName: 'Toegangstokens',
    comment: 'OAuth 2.0-toegangstokens ophalen, lezen, vernieuwen en kopiëren',
    keywords: 'token;toegang;OAuth;bearer;API;',
    shareFile: 'Token Desk-deelbestand',
  },
  pt_BR: {
    genericName: 'Tokens de acesso',
    comment: 'Obter, ler, renovar e copiar tokens de acesso OAuth 2.0',
    keywords: 'token;acesso;OAuth;bearer;API;',
    shareFile: 'Arquivo de compartilhamento do Token Desk',
  },
})

const LANGUAGES = Object.entries(WORDS)

/** @param {string} key @param {string} language @returns {string} */
function inLanguage(key, language) {
  return language === '' ? key : `${key}[${language}]`
}

/**
 * Returns the fields of the desktop entry that are the same in every package, without the command.
 * @param {Edition} edition
 * @returns {Readonly<Record<string, string>>}
 */
export function desktopFields({ kind, productName, name }) {
  return {
    Type: 'Application',
    Name: productName,
    ...Object.fromEntries(
      LANGUAGES.flatMap(([language, { genericName, comment, keywords }]) => [
        [inLanguage('GenericName', language), genericName],
        [inLanguage('Comment', language), comment],
        [inLanguage('Keywords', language), keywords],
      ]),
    ),
    Icon: name,
    Categories: 'Utility;',
    MimeType: `${SHARE_FILE.mimeType};`,
    StartupNotify: 'true',
    // Since Electron 42 windows say the name of this file (desktopName), before it that of the app.
    StartupWMClass: kind === 'release' ? name : productName,
    Terminal: 'false',
  }
}

/**
 * A desktop entry (https://specifications.freedesktop.org/desktop-entry-spec/).
 * @param {Edition} edition
 * @param {string} program what starts the app
 * @returns {string}
 */
export function desktopEntry(edition, program) {
  const fields = { ...desktopFields(edition), TryExec: program, Exec: `${program} %F` }
  const lines = Object.entries(fields).map(([key, value]) => `${key}=${value}`)
  return `[Desktop Entry]\n${lines.join('\n')}\n`
}

/**
 * Declares the type of share files for Linux desktops
 * (https://specifications.freedesktop.org/shared-mime-info-spec/).
 * @returns {string}
 */
export function mimeDescription() {
  const comments = LANGUAGES.map(([language, { shareFile }]) => {
    const attribute = language === '' ? '' : ` xml:lang="${language}"`
    return `    <comment${attribute}>${shareFile}</comment>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="${SHARE_FILE.mimeType}">
${comments.join('\n')}
    <sub-class-of type="application/json"/>
    <icon name="${SHARE_FILE.mimeType.replace('/', '-')}"/>
    <glob pattern="*.${SHARE_FILE.extension}"/>
  </mime-type>
</mime-info>
`
}
