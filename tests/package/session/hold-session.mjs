// Holds a desktop session open, prints its environment as a line of JSON, and ends it when the
// standard input ends: `node hold-session.mjs <folder for the file of the screen>`.

import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { inDesktopSession } from '../../../build/desktop-session.mjs'

const [screenFolder = ''] = process.argv.slice(2)

mkdirSync(screenFolder, { recursive: true })
await inDesktopSession(
  async (env) => {
    process.stdout.write(`${JSON.stringify(env)}\n`)
    await once(process.stdin.resume(), 'end')
  },
  { screenFolder },
)
