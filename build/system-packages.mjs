/**
 * The packages that hold a library or a program. Where Debian's name has changed between releases
 * (the 64-bit time types of 2024), the newer one comes first; the first that the release offers
 * is taken.
 * @typedef {object} Holders
 * @property {readonly string[]} debian and Ubuntu
 * @property {string} fedora
 * @property {string} arch
 */

/** @type {Readonly<Record<string, Holders>>} */
const HOLDERS = {
  'libX11.so.6': { debian: ['libx11-6'], fedora: 'libX11', arch: 'libx11' },
  'libXcomposite.so.1': {
    debian: ['libxcomposite1'],
    fedora: 'libXcomposite',
    arch: 'libxcomposite',
  },
  'libXdamage.so.1': { debian: ['libxdamage1'], fedora: 'libXdamage', arch: 'libxdamage' },
  'libXext.so.6': { debian: ['libxext6'], fedora: 'libXext', arch: 'libxext' },
  'libXfixes.so.3': { debian: ['libxfixes3'], fedora: 'libXfixes', arch: 'libxfixes' },
  'libXrandr.so.2': { debian: ['libxrandr2'], fedora: 'libXrandr', arch: 'libxrandr' },
  'libasound.so.2': {
    debian: ['libasound2t64', 'libasound2'],
    fedora: 'alsa-lib',
    arch: 'alsa-lib',
  },
  'libatk-1.0.so.0': {
    debian: ['libatk1.0-0t64', 'libatk1.0-0'],
    fedora: 'atk',
    arch: 'at-spi2-core',
  },
  'libatk-bridge-2.0.so.0': {
    debian: ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
    fedora: 'at-spi2-atk',
    arch: 'at-spi2-core',
  },
  'libatspi.so.0': {
    debian: ['libatspi2.0-0t64', 'libatspi2.0-0'],
    fedora: 'at-spi2-core',
    arch: 'at-spi2-core',
  },
  'libcairo.so.2': { debian: ['libcairo2'], fedora: 'cairo', arch: 'cairo' },
  'libcups.so.2': { debian: ['libcups2t64', 'libcups2'], fedora: 'cups-libs', arch: 'libcups' },
  'libdbus-1.so.3': { debian: ['libdbus-1-3'], fedora: 'dbus-libs', arch: 'dbus' },
  'libdrm.so.2': { debian: ['libdrm2'], fedora: 'libdrm', arch: 'libdrm' },
  'libexpat.so.1': { debian: ['libexpat1'], fedora: 'expat', arch: 'expat' },
  'libgbm.so.1': { debian: ['libgbm1'], fedora: 'mesa-libgbm', arch: 'mesa' },
  'libgcc_s.so.1': { debian: ['libgcc-s1'], fedora: 'libgcc', arch: 'gcc-libs' },
  'libgio-2.0.so.0': {
    debian: ['libglib2.0-0t64', 'libglib2.0-0'],
    fedora: 'glib2',
    arch: 'glib2',
  },
  'libglib-2.0.so.0': {
    debian: ['libglib2.0-0t64', 'libglib2.0-0'],
    fedora: 'glib2',
    arch: 'glib2',
  },
  'libgobject-2.0.so.0': {
    debian: ['libglib2.0-0t64', 'libglib2.0-0'],
    fedora: 'glib2',
    arch: 'glib2',
  },
  'libgtk-3.so.0': { debian: ['libgtk-3-0t64', 'libgtk-3-0'], fedora: 'gtk3', arch: 'gtk3' },
  'libnotify.so.4': { debian: ['libnotify4'], fedora: 'libnotify', arch: 'libnotify' },
  'libnspr4.so': { debian: ['libnspr4'], fedora: 'nspr', arch: 'nspr' },
  'libnss3.so': { debian: ['libnss3'], fedora: 'nss', arch: 'nss' },
  'libnssutil3.so': { debian: ['libnss3'], fedora: 'nss-util', arch: 'nss' },
  'libpango-1.0.so.0': { debian: ['libpango-1.0-0'], fedora: 'pango', arch: 'pango' },
  'libsecret-1.so.0': { debian: ['libsecret-1-0'], fedora: 'libsecret', arch: 'libsecret' },
  'libsmime3.so': { debian: ['libnss3'], fedora: 'nss', arch: 'nss' },
  'libudev.so.1': { debian: ['libudev1'], fedora: 'systemd-libs', arch: 'systemd-libs' },
  'libxcb.so.1': { debian: ['libxcb1'], fedora: 'libxcb', arch: 'libxcb' },
  'libxkbcommon.so.0': { debian: ['libxkbcommon0'], fedora: 'libxkbcommon', arch: 'libxkbcommon' },
  Xvfb: { debian: ['xvfb'], fedora: 'xorg-x11-server-Xvfb', arch: 'xorg-server-xvfb' },
  age: { debian: ['age'], fedora: 'age', arch: 'age' },
  appstreamcli: { debian: ['appstream'], fedora: 'appstream', arch: 'appstream' },
  'at-spi-bus-launcher': { debian: ['at-spi2-core'], fedora: 'at-spi2-core', arch: 'at-spi2-core' },
  certutil: { debian: ['libnss3-tools'], fedora: 'nss-tools', arch: 'nss' },
  chromium: { debian: ['chromium'], fedora: 'chromium', arch: 'chromium' },
  curl: { debian: ['curl'], fedora: 'curl', arch: 'curl' },
  'dbus-daemon': { debian: ['dbus'], fedora: 'dbus-daemon', arch: 'dbus' },
  'dbus-send': { debian: ['dbus'], fedora: 'dbus-tools', arch: 'dbus' },
  'desktop-file-validate': {
    debian: ['desktop-file-utils'],
    fedora: 'desktop-file-utils',
    arch: 'desktop-file-utils',
  },
  'dpkg-deb': { debian: ['dpkg'], fedora: 'dpkg', arch: 'dpkg' },
  fish: { debian: ['fish'], fedora: 'fish', arch: 'fish' },
  'gnome-keyring-daemon': {
    debian: ['gnome-keyring'],
    fedora: 'gnome-keyring',
    arch: 'gnome-keyring',
  },
  ksh: { debian: ['ksh93u+m', 'ksh'], fedora: 'ksh', arch: 'ksh' },
  strace: { debian: ['strace'], fedora: 'strace', arch: 'strace' },
  sway: { debian: ['sway'], fedora: 'sway', arch: 'sway' },
  tcsh: { debian: ['tcsh'], fedora: 'tcsh', arch: 'tcsh' },
  'wl-paste': { debian: ['wl-clipboard'], fedora: 'wl-clipboard', arch: 'wl-clipboard' },
  wtype: { debian: ['wtype'], fedora: 'wtype', arch: 'wtype' },
  xclip: { debian: ['xclip'], fedora: 'xclip', arch: 'xclip' },
  zsh: { debian: ['zsh'], fedora: 'zsh', arch: 'zsh' },
}

/**
 * A package manager: `names` of the packages of Debian, Fedora or Arch.
 * @typedef {object} PackageManager
 * @property {'apt-get' | 'dnf' | 'pacman'} program
 * @property {'debian' | 'fedora' | 'arch'} names
 * @property {readonly string[]} commands for a shell; the packages follow the last
 */

/** @type {readonly PackageManager[]} */
export const packageManagers = [
  {
    program: 'apt-get',
    names: 'debian',
    commands: ['apt-get update', 'apt-get install -y --no-install-recommends'],
  },
  { program: 'dnf', names: 'fedora', commands: ['dnf install'] },
  // Its databases are not refreshed: Arch supports no partial upgrades.
  { program: 'pacman', names: 'arch', commands: ['pacman -S --needed'] },
]

/**
 * @param {PackageManager} manager
 * @param {readonly string[]} packages
 * @param {boolean} isRoot
 * @returns {string} one line for a shell that installs them
 */
export function installCommand({ commands }, packages, isRoot) {
  const prefix = isRoot ? '' : 'sudo '
  return `${commands.map((each) => prefix + each).join(' && ')} ${packages.join(' ')}`
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
 * @returns {readonly string[]} every Debian package that may hold one of them
 */
export function candidatesFor(missing) {
  return [...new Set(missing.flatMap((name) => HOLDERS[name]?.debian ?? []))]
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
 * @param {PackageManager['names']} names
 * @param {ReadonlySet<string>} [offered] by this release of Debian; none if that is not known
 * @returns {{ packages: readonly string[], unknown: readonly string[] }} packages to install, and
 *   the names for which no package is known
 */
export function choosePackages(missing, names, offered = new Set()) {
  /** @type {Set<string>} */
  const packages = new Set()
  const unknown = []
  for (const name of missing) {
    const holders = HOLDERS[name]
    const candidates = names === 'debian' ? (holders?.debian ?? []) : [holders?.[names]]
    // The older names still lead to the newer packages nearly everywhere, but not the reverse.
    const chosen =
      offered.size === 0
        ? candidates.at(-1)
        : candidates.find((candidate) => candidate !== undefined && offered.has(candidate))
    if (chosen === undefined) unknown.push(name)
    else packages.add(chosen)
  }
  return { packages: [...packages].sort(), unknown }
}
