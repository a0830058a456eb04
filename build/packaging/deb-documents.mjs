import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../paths.mjs'
import { debianVersion, MAINTAINER } from './deb-control.mjs'

/** @typedef {import('./edition.mjs').Edition} Edition */

/**
 * The copyright file that Debian asks of each package
 * (https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/).
 * @returns {string}
 */
export function copyrightFile() {
  const licence = readFileSync(join(root, 'LICENSE'), 'utf8').trim()
  const [, , holder = '', , ...text] = licence.split('\n')
  const body = text.map((line) => (line === '' ? ' .' : ` ${line}`)).join('\n')
  return `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Token Desk
Comment: What it is made of is named, with licences, in the app under Licences;
 what Chromium holds in LICENSES.chromium.html beside the program.

Files: *
Copyright: ${holder.replace(/^Copyright \(c\) /, '')}
License: Expat

License: Expat
${body}
`
}

/**
 * The changelog that Debian asks of each package (Debian Policy §4.4, §12.7).
 * @param {Edition} edition
 * @param {number} time of this version, in seconds since 1970
 * @returns {string}
 */
export function changelog({ name, version }, time) {
  const date = new Date(time * 1000).toUTCString().replace(/GMT$/, '+0000')
  return `${name} (${debianVersion(version)}) unstable; urgency=medium

  * The changes are described where this version is published.

 -- ${MAINTAINER}  ${date}
`
}

/**
 * A page of the manual, as Debian asks for each program (Debian Policy §12.1).
 * @param {Edition} edition
 * @param {number} time of this version, in seconds since 1970
 * @returns {string}
 */
export function manualPage({ name, productName, version }, time) {
  const date = new Date(time * 1000).toISOString().slice(0, 10)
  const typed = name.replaceAll('-', '\\-')
  return `.TH ${name.toUpperCase()} 1 "${date}" "${productName} ${version}"
.SH NAME
${typed} \\- get, read, renew and copy OAuth 2.0 access tokens
.SH SYNOPSIS
.B ${typed}
.RI [ FILE ]
.SH DESCRIPTION
Opens the window of ${productName}, or shows it if the program is running already.
With the path of a share file (.tokendesk) it shows what it understood of that file.
.PP
The program does not start with switches that open it to others or weaken it, such as
.B \\-\\-no\\-sandbox
or
.BR \\-\\-remote\\-debugging\\-port .
.SH FILES
.TP
.I ~/.config/${productName.replaceAll(' ', '\\ ')}
The profiles, with everything secret encrypted, and the settings. It stays when the package is
removed.
`
}

/**
 * Returns lintian's overrides for findings that every package with Chromium has, with reasons.
 * @param {Edition} edition
 * @returns {string}
 */
export function lintianOverrides({ name }) {
  return `# Electron is packed as it was published: it brings libraries of its own and keeps its symbols.
${name}: embedded-library *
${name}: unstripped-binary-or-object *
# Chromium's sandbox where ordinary users may make no namespaces.
${name}: elevated-privileges 4755 root/root [usr/lib/${name}/chrome-sandbox]
`
}
