import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The server sends everything under /assets/ as unchanging, so only hashed files may go there.
export default defineConfig({
  plugins: [react()],
  build: { outDir: 'dist', assetsDir: 'assets', assetsInlineLimit: 0, target: 'es2022', manifest: true },
  server: { proxy: { '/api': process.env.LIEM_API ?? 'http://127.0.0.1:8790' } },
});
