import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

// The development server answers pages itself and asks UMIKOE_API (a running `umikoe serve`, or the
// mock server of tests/web) for the rest.
export default defineConfig({
  plugins: [svelte()],
  build: {
    target: 'es2022',
    // The policy of the server is default-src 'self', so nothing may become a data: URL.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { output: { assetFileNames: 'assets/[name]-[hash][extname]' } },
  },
  server: { proxy: { '/api': process.env.UMIKOE_API ?? 'http://127.0.0.1:8787' } },
});
