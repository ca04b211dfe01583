import react from '@vitejs/plugin-react'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { defaultClientConditions, defineConfig, type Plugin } from 'vite'

const portal = 'http://localhost:4280'

export default defineConfig({
  plugins: [react(), compressed()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  // The portal's content security policy allows neither inline scripts nor `data:` fonts.
  build: {
    outDir: 'dist',
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'zod', test: /node_modules\/zod\/|src\/zod-config/ }] } },
    },
  },
  server: { proxy: { '/api': portal, '/auth': portal } },
})

/** Writes `.br` and `.gz` beside every asset, for a file server that hands them out as they are. */
function compressed(): Plugin {
  return {
    name: 'compressed-assets',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const { fileName, ...file } of Object.values(bundle)) {
        if (!fileName.startsWith('assets/')) continue
        const content = Buffer.from(file.type === 'chunk' ? file.code : file.source)
        this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: brotliCompressSync(content) })
        this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: gzipSync(content, { level: 9 }) })
      }
    },
  }
}
