import { chromiumPath } from './test/support/chromium.ts';

/** Node runs the TypeScript sources as they are, so Jest needs no transform: the tests run what production runs. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {},
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // The package test asks the registry, which `npm test` must not: `npm run test:package` runs it.
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/package.test.ts',
    ...(chromiumPath ? [] : ['<rootDir>/test/browser/']),
  ],
  testTimeout: 20_000,
  // Modules of a test file are never let go of (jestjs/jest#14605): past so much, the rest is run by a fresh process.
  workerIdleMemoryLimit: '1GB',
  reporters: ['default', '<rootDir>/test/support/summary.ts'],
};
