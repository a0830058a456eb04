// Makes every icon from the drawings in build/icons/source: `npm run icons`, after a change there.

import { mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { importApart, installApart } from './isolated-install.mjs'
import { root } from './paths.mjs'
import { runScript } from './problem.mjs'

/**
 * A picture in one of several sizes.
 * @typedef {object} Picture
 * @property {number} size its width and height in pixels
 * @property {Buffer} png
 */

/** The folder of the drawings and of the icons made from them. */
export const iconsFolder = join(root, 'build', 'icons')

/** Up to this many pixels, the drawing with thicker lines is used. */
const MAX_SMALL = 32

export const LINUX_SIZES = /** @type {const} */ ([16, 24, 32, 48, 64, 128, 256, 512])
const ICO_SIZES = [16, 20, 24, 32, 40, 48, 64, 128, 256]
/** For scales of 100, 125, 150 and 200 %. */
const TRAY_ICO_SIZES = [16, 20, 24, 32]
/**
 * The entries of an ICNS file that hold a PNG, for single and then for double resolution:
 * https://en.wikipedia.org/wiki/Apple_Icon_Image_format
 */
const ICNS_TYPES = [
  ...['icp4', 'icp5', 'ic07', 'ic08', 'ic09'],
  ...['ic11', 'ic12', 'ic13', 'ic14', 'ic10'],
]

/** @param {string} name @returns {string} the drawing */
function drawing(name) {
  return readFileSync(join(iconsFolder, 'source', `${name}.svg`), 'utf8')
}

/** @param {string} svg @returns {string} with the margin that macOS has around its icons */
function withMargin(svg) {
  return svg.replace('viewBox="0 0 256 256"', 'viewBox="-31 -31 318 318"')
}

/**
 * Loads the packages that put PNG pictures into the icon files of Windows and macOS.
 * @returns {Promise<{
 *   icoOf: (pictures: readonly Picture[]) => Buffer,
 *   icnsOf: (paintAt: (size: number) => Picture) => Buffer,
 * }>}
 */
async function loadContainers() {
  const { Data } = await importApart('packager', 'resedit')
  const { Icns, IcnsImage } = await importApart('packager', '@fiahfy/icns')
  /** @type {readonly { osType: string, size: number }[]} */
  const types = Icns.supportedIconTypes
  return {
    icoOf: (pictures) => {
      const file = new Data.IconFile()
      file.icons = pictures.map(({ size, png }) => ({
        width: size,
        height: size,
        planes: 1,
        bitCount: 32,
        data: Data.RawIconItem.from(png, size, size, 32),
      }))
      return Buffer.from(file.generate())
    },
    icnsOf: (paintAt) => {
      const file = new Icns()
      for (const osType of ICNS_TYPES) {
        const size = types.find((type) => type.osType === osType)?.size
        if (size === undefined) throw new RangeError(`unknown type of icon: ${osType}`)
        file.append(IcnsImage.fromPNG(paintAt(size).png, osType))
      }
      return file.data
    },
  }
}

/**
 * Draws all icons.
 * @returns {Promise<ReadonlyMap<string, Buffer>>} their contents by their path below the folder
 */
export async function drawIcons() {
  const { Resvg } = await importApart('packager', '@resvg/resvg-js')
  const { icoOf, icnsOf } = await loadContainers()
  /** @param {string} svg @param {number} size @returns {Picture} */
  const paint = (svg, size) => {
    const image = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render()
    return { size, png: Buffer.from(image.asPng()) }
  }
  /** @param {string} name @param {number} size @param {(svg: string) => string} [change] */
  const at = (name, size, change = (svg) => svg) =>
    paint(change(drawing(size > MAX_SMALL ? name : `${name}-small`)), size)
  /** @param {string} name @param {readonly number[]} sizes */
  const all = (name, sizes) => sizes.map((size) => at(name, size))

  /** @type {[string, Buffer][]} */
  const icons = [
    ['token-desk.ico', icoOf(all('app', ICO_SIZES))],
    ['token-desk.icns', icnsOf((size) => at('app', size, withMargin))],
    ['document.ico', icoOf(all('document', ICO_SIZES))],
    ['document.icns', icnsOf((size) => at('document', size))],
    ['tray/tray.ico', icoOf(all('app', TRAY_ICO_SIZES))],
    ['tray/tray.png', at('app', 24).png],
    ['tray/tray@2x.png', at('app', 48).png],
    ['tray/trayTemplate.png', paint(drawing('tray'), 16).png],
    ['tray/trayTemplate@2x.png', paint(drawing('tray'), 32).png],
  ]
  for (const name of ['app', 'document']) {
    for (const { size, png } of all(name, LINUX_SIZES)) {
      icons.push([`linux/${name}/${size}x${size}.png`, png])
    }
  }
  return new Map(icons)
}

async function makeIcons() {
  for (const folder of ['linux', 'tray']) {
    rmSync(join(iconsFolder, folder), { recursive: true, force: true })
  }
  for (const [name, content] of await drawIcons()) {
    const file = join(iconsFolder, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}

/** @returns {boolean} true if this file is the program that was started */
function isProgram() {
  const started = process.argv[1]
  return started !== undefined && realpathSync(started) === fileURLToPath(import.meta.url)
}

if (isProgram()) {
  await runScript(async () => {
    await installApart('packager')
    await makeIcons()
    return 0
  })
}
