import { defineConfig } from 'electron-vite'
import { MAIN_SCRIPT, mainScriptPlugin } from './build/code-cache/main-script-plugin.mjs'

// The main process: one CommonJS script, whose compiled code can be kept (decision 59). Built before
// the rest, which goes into the same folder.
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
          codeSplitting: false,
          // The loader runs the script by `node:vm`, where `import()` of a module of Node rejects.
          dynamicImportInCjs: false,
          entryFileNames: MAIN_SCRIPT,
        },
      },
    },
  },
})
