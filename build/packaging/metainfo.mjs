import { SHARE_FILE, WORDS } from './desktop-entry.mjs'

/** @typedef {import('./edition.mjs').Edition} Edition */

const DESCRIPTIONS = /** @type {Readonly<Record<keyof typeof WORDS, string>>} */ ({
  '': 'You were given a token address and a few secrets, and every hour some tool asks you for an access token. Token Desk gets it with a click, shows how long it still lives and what is in it, renews it, and copies it for the tool that needs it.',
  nl: 'Je kreeg een tokenadres en een paar geheimen, en elk uur vraagt een programma je om een toegangstoken. Token Desk haalt het met één klik op, laat zien hoe lang het nog geldig is en wat erin staat, vernieuwt het en kopieert het voor het programma dat het nodig heeft.',
  pt_BR:
    'Você recebeu um endereço de token e alguns segredos, e a cada hora um programa pede um token de acesso. O Token Desk obtém o token com um clique, mostra por quanto tempo ele ainda vale e o que há nele, renova e copia o token para o programa que precisa dele.',
})

/** @param {string} tag @param {Readonly<Record<string, string>>} texts by language @param {string} margin */
function inLanguages(tag, texts, margin) {
  const lines = Object.entries(texts).map(([language, text]) => {
    const attribute = language === '' ? '' : ` xml:lang="${language}"`
    return `${margin}<${tag}${attribute}>${text}</${tag}>`
  })
  return lines.join('\n')
}

/**
 * Returns the description of the app for software centres
 * (https://www.freedesktop.org/software/appstream/docs/chap-Metadata.html).
 * @param {Edition} edition
 * @param {number} time of this version, in seconds since 1970
 * @returns {string}
 */
export function metainfo({ kind, appId, name, productName, version, license }, time) {
  const summaries = Object.fromEntries(
    Object.entries(WORDS).map(([language, { comment }]) => [language, comment]),
  )
  const date = new Date(time * 1000).toISOString().slice(0, 10)
  const type = kind === 'release' ? 'stable' : 'development'
  return `<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>${appId}</id>
  <metadata_license>FSFAP</metadata_license>
  <project_license>${license}</project_license>
  <name>${productName}</name>
${inLanguages('summary', summaries, '  ')}
  <developer id="desk.token">
    <name>The Token Desk authors</name>
  </developer>
  <description>
${inLanguages('p', DESCRIPTIONS, '    ')}
  </description>
  <launchable type="desktop-id">${name}.desktop</launchable>
  <content_rating type="oars-1.1"/>
  <provides>
    <binary>${name}</binary>
    <mediatype>${SHARE_FILE.mimeType}</mediatype>
  </provides>
  <releases>
    <release version="${version}" date="${date}" type="${type}"/>
  </releases>
</component>
`
}

/** @param {Edition} edition @returns {string} what the file is called */
export function metainfoFile({ appId }) {
  return `${appId}.metainfo.xml`
}
