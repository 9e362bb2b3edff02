import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** Workers are sources in development and bundles beside their starter when built. */
const builtWorkers = {
  name: 'built-workers',
  enforce: 'pre' as const,
  transform: (code: string) =>
    code.replaceAll(
      /new URL\('\.\/([\w-]+-worker)\.ts', import\.meta\.url\)/g,
      "new URL('./$1.js', import.meta.url)",
    ),
}

/** What asks the workspace comes before the screen: its first answers are there when the screen can be drawn. */
const firstAnswersFirst = {
  name: 'first-answers-first',
  transformIndexHtml: {
    order: 'post' as const,
    handler(_html: string, { bundle = {} }: { bundle?: Record<string, { type: string; name?: string }> }) {
      const file = Object.keys(bundle).find(
        (name) => bundle[name]?.name === 'first-answers' && name.endsWith('.js'),
      )
      if (file === undefined) return []
      const attrs = { type: 'module', crossorigin: true, src: `./${file}` }
      return [{ tag: 'script', attrs, injectTo: 'head-prepend' as const }]
    },
  },
}

/** Node runs the sources as they are; only the renderer and Electron's two bundles are built. */
export default defineConfig({
  main: {
    plugins: [builtWorkers],
    build: {
      outDir: 'out/main',
      rollupOptions: {
        // Everything lies in one folder: a worker is found beside the file that starts it, as in the sources.
        input: {
          index: 'src/main/main.ts',
          workspace: 'src/main/workspace-process.ts',
          'clean-databases-worker': 'src/workspace/clean-databases-worker.ts',
          'count-units-worker': 'src/workspace/memory/count-units-worker.ts',
          'database-worker': 'src/workspace/store/database-worker.ts',
          'heic-worker': 'src/workspace/assets/heic-worker.ts',
          'make-update-worker': 'src/workspace/imports/make-update-worker.ts',
          'memory-index-worker': 'src/workspace/memory/memory-index-worker.ts',
          'read-article-worker': 'src/workspace/imports/read-article-worker.ts',
          'read-glossary-worker': 'src/workspace/termbase/read-glossary-worker.ts',
          'read-tmx-worker': 'src/workspace/memory/read-tmx-worker.ts',
          'word-binary-worker': 'src/workspace/imports/word-binary-worker.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { index: 'src/preload/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), firstAnswersFirst],
    build: {
      outDir: 'out/renderer',
      // electron-vite leaves bundles as they are unless told; half the bytes are read and parsed faster.
      minify: true,
      rollupOptions: {
        input: { 'first-answers': 'src/renderer/first-answers.ts', index: 'src/renderer/index.html' },
        output: {
          // What the first screen needs comes in two pieces, not in twenty.
          codeSplitting: {
            groups: [
              { name: 'asking', test: /renderer\/first-answers\.ts$/, priority: 1 },
              { name: 'first', tags: ['$initial'] },
            ],
          },
        },
      },
    },
  },
})
