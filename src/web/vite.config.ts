import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What only the settings share must not come along with the first screen. */
const ofSettings = /[\\/](?:zod|kernel[\\/]shaping)[\\/]|contract\.ts$/

export default defineConfig({
  root: here('.'),
  plugins: [react()],
  // The server replaces this word with a fresh nonce in each answer; Mantine's own styles carry it too.
  html: { cspNonce: '__NONCE__' },
  css: { postcss: { plugins: [] } },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    // What nearly every screen uses lies together: in fifty small files it is compressed a tenth worse than in one.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'everywhere', minShareCount: 8, maxModuleSize: 20_000, test: (file) => !ofSettings.test(file) }] } } },
  },
  server: { port: 4701, proxy: { '/api': { target: process.env.SEDNO_API ?? 'http://127.0.0.1:4700' } } },
})
