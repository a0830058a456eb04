import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { LICENCES_MODULE, licencesPlugin } from './build/licences-plugin.mjs'
import { trayPicturesPlugin } from './build/tray-pictures-plugin.mjs'

// V8 keeps the text of every script: with two bytes a character, if only one is not in Latin-1.
const oneByte = { charset: 'ascii', comments: { jsdoc: false } } as const

// Dependencies are bundled, so that the app is a handful of files and nothing in
// node_modules is loaded at run time.
const bundled = { externalizeDeps: false, sourcemap: true } as const

export default defineConfig({
  main: {
    plugins: [trayPicturesPlugin()],
    build: {
      ...bundled,
      // The script of the main process is there already.
      emptyOutDir: false,
      rollupOptions: {
        input: {
          backup: 'src/main/backup/process.ts',
          import: 'src/main/import/process.ts',
          'practice-server': 'src/main/practice-server/process.ts',
        },
        // The practice server's assertion library has an eval for engines of the past.
        checks: { eval: false },
        output: {
          ...oneByte,
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      ...bundled,
      rollupOptions: {
        input: { index: 'src/preload/index.ts' },
        // A sandboxed window loads CommonJS preloads only.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    // The page lives at app://token-desk/, never at a file path.
    base: '/',
    plugins: [react(), licencesPlugin()],
    resolve: {
      alias: [
        {
          find: /^zod$/,
          replacement: join(import.meta.dirname, 'src/renderer/zod-without-eval.ts'),
        },
      ],
    },
    build: {
      sourcemap: true,
      // The strict policy allows no data: scripts or styles; everything is a file.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      minify: 'oxc',
      rollupOptions: {
        input: 'src/renderer/index.html',
        external: [LICENCES_MODULE],
        output: {
          ...oneByte,
          // The list, and what is loaded after it, are one file each: each file asked of main
          // takes time.
          codeSplitting: {
            groups: [
              { name: 'first', tags: ['$initial'], priority: 1 },
              { name: 'second', test: /\/shell\/second-chunk\.tsx$/ },
            ],
          },
        },
      },
    },
  },
})
