import { defineConfig } from 'vitest/config'

/** The whole program in a real Chromium: one file at a time, for they share the screen's processor. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
})
