import { defineConfig } from 'vitest/config'
import { closingLine } from './tests/support/closingLine.ts'

/** Groups run one after the other, so that two workers are two workers. */
export default defineConfig({
  test: {
    reporters: process.env.CI === undefined ? ['default'] : ['default', closingLine],
    projects: [
      {
        test: {
          name: 'unit',
          testTimeout: 60_000,
          // They share no state, and hundreds of files need not load the same libraries anew.
          isolate: false,
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'int',
          include: ['tests/int/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/int/support/settings.ts'],
          pool: 'forks',
          // Each file has a database of its own.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 's3',
          include: ['tests/s3/**/*.test.ts'],
          globalSetup: ['tests/s3/support/s3Server.ts'],
          pool: 'forks',
          // One server serves all of them.
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/e2e/support/sharedServer.ts'],
          pool: 'forks',
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 4 },
        },
      },
      {
        test: {
          name: 'examples',
          include: ['tests/examples/**/*.test.ts'],
          setupFiles: ['tests/int/support/settings.ts'],
          globalSetup: ['tests/examples/support/installExamples.ts'],
          pool: 'forks',
          maxWorkers: 1,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 5 },
        },
      },
    ],
  },
})
