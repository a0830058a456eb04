import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build, type Plugin } from 'vite'
import { encodings } from './encodings.ts'
import { encodingOf, type Leak, leaks } from './leaks-on-purpose.ts'

const project = path.join(import.meta.dirname, '../../..')
const source = path.join(project, 'src')

/** The texts to leak come as tokens to inspect: the n-th is for the n-th leak. */
const tap = 'inspectToken'

/** Where each process of the app learns the texts, and how it says one. */
const taps: Readonly<Record<string, { find: string; put: string }>> = {
  'main/ipc/router.ts': {
    find: 'if (!isOurMainFrame(event))',
    put: `if (name === '${tap}') (globalThis.texts ??= []).push(input.text); if (!isOurMainFrame(event))`,
  },
  'preload/index.ts': {
    find: 'request: (name, input) =>',
    put: `request: (name, input) => (name === '${tap}' && (globalThis.texts ??= []).push(input.text), 0) ||`,
  },
}

function replaceOnce(code: string, { find, put }: { find: string; put: string }): string {
  if (code.split(find).length !== 2) throw new Error(`not there, or more than once: ${find}`)
  return code.replace(find, () => put)
}

/** What stands for the secret; the texts are encoded by whoever gives them. */
const sayOf = (leak: Leak) => `(globalThis.texts?.[${leaks.indexOf(leak)}] ?? '')`

/** Changes modules on their way into the build; the sources stay as they are. */
function leakyModules(unused: Set<string>): Plugin {
  return {
    name: 'leaks-on-purpose',
    enforce: 'pre',
    transform(code, id) {
      const module = path.relative(source, id.split('?')[0] ?? '').replaceAll('\\', '/')
      const own = leaks.filter((leak) => leak.module === module)
      const tapped = taps[module] === undefined ? code : replaceOnce(code, taps[module])
      for (const { find } of own) unused.delete(find)
      return own.reduce(
        (text, leak) =>
          replaceOnce(text, { ...leak, put: leak.put.replaceAll('LEAK', sayOf(leak)) }),
        tapped,
      )
    },
  }
}

/** The n-th text as the n-th leak is to say it. */
export function asLeaked(text: string, index: number): string {
  const [spelling] = encodings[encodingOf(index)](text)
  return spelling?.toString('utf8') ?? ''
}

/** Builds main and the preload with all of the leaks; `remove` it when done. */
export async function buildLeakyApp(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'leaky-app-'))
  await cp(path.join(project, 'out'), folder, { recursive: true })
  const unused = new Set(leaks.map(({ find }) => find))
  const entries = [
    ['main', 'cjs', 'index.cjs'],
    ['preload', 'cjs', 'index.cjs'],
  ] as const
  for (const [name, format, file] of entries) {
    await build({
      configFile: false,
      logLevel: 'error',
      plugins: [leakyModules(unused)],
      ssr: { noExternal: true, external: ['electron'] },
      build: {
        ssr: path.join(source, name, 'index.ts'),
        outDir: path.join(folder, name),
        emptyOutDir: false,
        target: 'node20',
        rollupOptions: { output: { format, entryFileNames: file } },
      },
    })
  }
  if (unused.size > 0) throw new Error(`nowhere in the build: ${[...unused].join(', ')}`)
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
