import react from '@vitejs/plugin-react'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
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
      // Beside the page: the two windows of a sign-in in another product's frame.
      input: ['index.html', 'embed-sign-in.html', 'embed-redirect.html'],
      output: { codeSplitting: { groups: [{ name: 'zod', test: /node_modules\/zod\/|src\/zod-config/ }] } },
    },
  },
  server: { proxy: { '/api': portal, '/auth': portal } },
})

/**
 * Writes `.br` and `.gz` beside every asset, for a file server that hands them out as they are. It reads what stands on
 * disk: Vite still fills in placeholders of a chunk after the bundle is generated.
 */
function compressed(): Plugin {
  return {
    name: 'compressed-assets',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const assets = Object.keys(bundle).filter((fileName) => fileName.startsWith('assets/'))
      await Promise.all(
        assets.map(async (fileName) => {
          const path = join(dir ?? 'dist', fileName)
          const content = await readFile(path)
          await writeFile(`${path}.br`, brotliCompressSync(content))
          await writeFile(`${path}.gz`, gzipSync(content, { level: 9 }))
        }),
      )
    },
  }
}
