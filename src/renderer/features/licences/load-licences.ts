import { z } from 'zod'

const licence = z.strictObject({
  name: z.string(),
  version: z.string(),
  /** An SPDX expression. */
  licence: z.string(),
  text: z.string(),
})
export type Licence = z.infer<typeof licence>

const written = z.object({ licences: z.array(licence).readonly() })

/** What is shipped of others' work, as the build wrote it beside the page. */
export async function loadLicences(): Promise<readonly Licence[]> {
  // A variable, so that no compiler looks for the file before it is written.
  const address = '/licences.js'
  return written.parse(await import(/* @vite-ignore */ address)).licences
}
