import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compiledMessages } from './tools/compiled-messages.mjs';

export default defineConfig({
  plugins: [react(), compiledMessages()],
  build: {
    // The strict Content-Security-Policy allows no data: fonts or scripts, and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Tells the budgets which files come before the first screen.
    manifest: true,
    reportCompressedSize: false,
    // tools/budgets.mjs decides what is too large.
    chunkSizeWarningLimit: 10_000,
  },
  worker: { format: 'es', plugins: () => [compiledMessages()] },
  server: { proxy: { '/api': `http://localhost:${process.env.PORT ?? 8787}` } },
});
