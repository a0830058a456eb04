import { defineConfig } from 'electron-vite'
import { MAIN_SCRIPT, mainScriptPlugin } from './build/code-cache/main-script-plugin.mjs'

// The main process: one CommonJS script for the start, whose compiled code can be kept (decision 59),
// and a script for each part that is loaded at its first use. Built before the rest, which goes into
// the same folder.
export default defineConfig({
  main: {
    plugins: [mainScriptPlugin()],
    build: {
      externalizeDeps: false,
      sourcemap: true,
      minify: 'oxc',
      rollupOptions: {
        input: 'src/main/index.ts',
        output: {
          charset: 'ascii',
          comments: { jsdoc: false },
          format: 'cjs',
          // The loader runs the script by `node:vm`, where `import()` of a module of Node rejects.
          dynamicImportInCjs: false,
          entryFileNames: MAIN_SCRIPT,
          chunkFileNames: '[name].cjs',
          codeSplitting: {
            groups: [
              { name: 'app', tags: ['$initial'], priority: 1 },
              { name: 'jose', test: /node_modules[\\/]jose[\\/]/ },
            ],
          },
        },
      },
    },
  },
})
