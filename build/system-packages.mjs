/**
 * Which Debian packages hold what may be missing. Where a name has changed between releases
 * (the 64-bit time types of 2024), the newer one comes first; the first that the release
 * offers is taken.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const PACKAGES = {
  'libX11.so.6': ['libx11-6'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXext.so.6': ['libxext6'],
  'libXfixes.so.3': ['libxfixes3'],
  'libXrandr.so.2': ['libxrandr2'],
  'libasound.so.2': ['libasound2t64', 'libasound2'],
  'libatk-1.0.so.0': ['libatk1.0-0t64', 'libatk1.0-0'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  'libatspi.so.0': ['libatspi2.0-0t64', 'libatspi2.0-0'],
  'libcairo.so.2': ['libcairo2'],
  'libcups.so.2': ['libcups2t64', 'libcups2'],
  'libdbus-1.so.3': ['libdbus-1-3'],
  'libdrm.so.2': ['libdrm2'],
  'libexpat.so.1': ['libexpat1'],
  'libgbm.so.1': ['libgbm1'],
  'libgcc_s.so.1': ['libgcc-s1'],
  'libgio-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libglib-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgobject-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgtk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libnotify.so.4': ['libnotify4'],
  'libnspr4.so': ['libnspr4'],
  'libnss3.so': ['libnss3'],
  'libnssutil3.so': ['libnss3'],
  'libpango-1.0.so.0': ['libpango-1.0-0'],
  'libsecret-1.so.0': ['libsecret-1-0'],
  'libsmime3.so': ['libnss3'],
  'libudev.so.1': ['libudev1'],
  'libxcb.so.1': ['libxcb1'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
  Xvfb: ['xvfb'],
  age: ['age'],
  appstreamcli: ['appstream'],
  'at-spi-bus-launcher': ['at-spi2-core'],
  certutil: ['libnss3-tools'],
  curl: ['curl'],
  'dbus-daemon': ['dbus'],
  'dbus-send': ['dbus'],
  'desktop-file-validate': ['desktop-file-utils'],
  fish: ['fish'],
  'gnome-keyring-daemon': ['gnome-keyring'],
  ksh: ['ksh93u+m', 'ksh'],
  strace: ['strace'],
  sway: ['sway'],
  tcsh: ['tcsh'],
  'wl-paste': ['wl-clipboard'],
  wtype: ['wtype'],
  xclip: ['xclip'],
  zsh: ['zsh'],
}

/**
 * @param {string} output what `ldd` prints about a program
 * @returns {readonly string[]} the shared libraries that it could not find
 */
export function missingLibraries(output) {
  const names = [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name ?? '')
  return [...new Set(names)].sort()
}

/**
 * @param {readonly string[]} missing names of libraries and programs
 * @returns {readonly string[]} every package that may hold one of them
 */
export function candidatesFor(missing) {
  return [...new Set(missing.flatMap((name) => PACKAGES[name] ?? []))]
}

/**
 * @param {string} output what `apt-cache policy` prints about some packages
 * @returns {ReadonlySet<string>} those that can be installed
 */
export function offeredPackages(output) {
  const offers = output.matchAll(/^(\S+):\n(?: .*\n)*? {2}Candidate: (?!\(none\))\S+/gm)
  return new Set([...offers].map(([, name]) => name ?? ''))
}

/**
 * @param {readonly string[]} missing names of libraries and programs
 * @param {ReadonlySet<string>} offered what this release of the system offers, if that is known
 * @returns {{ packages: readonly string[], unknown: readonly string[] }} what to install, and
 *   the names for which no package is known
 */
export function choosePackages(missing, offered) {
  /** @type {Set<string>} */
  const packages = new Set()
  const unknown = []
  for (const name of missing) {
    const candidates = PACKAGES[name] ?? []
    // The older names still lead to the newer packages nearly everywhere, but not the reverse.
    const chosen = candidates.find((candidate) => offered.has(candidate)) ?? candidates.at(-1)
    if (chosen === undefined) unknown.push(name)
    else packages.add(chosen)
  }
  return { packages: [...packages].sort(), unknown }
}
