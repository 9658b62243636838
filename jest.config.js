/** Packages that are published as ES modules only, which Jest's CommonJS cannot load as they are. */
const ES_MODULES = ['intl-messageformat', '@formatjs', 'age-encryption', '@noble', '@scure'];

const typescript = [
  'ts-jest',
  {
    // Types are checked once, by `npm run types`.
    diagnostics: false,
    tsconfig: {
      isolatedModules: true,
      module: 'CommonJS',
      moduleResolution: 'node10',
      target: 'ES2022',
      jsx: 'react-jsx',
      allowJs: true,
      esModuleInterop: true,
      allowImportingTsExtensions: true,
    },
  },
];

export default {
  testEnvironment: 'jsdom',
  // A page with all its roles takes seconds on a busy machine.
  testTimeout: 30_000,
  testMatch: ['<rootDir>/test/unit/**/*.test.{ts,tsx}'],
  // Benchmarks install other tools there, with files that look like packages.
  modulePathIgnorePatterns: ['<rootDir>/target/'],
  setupFilesAfterEnv: ['<rootDir>/test/unit/frontend/setup.ts'],
  transform: {
    '\\.m?[jt]sx?$': typescript,
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:${ES_MODULES.join('|')})/)`],
  moduleNameMapper: {
    '\\.css$': '<rootDir>/test/unit/frontend/no-styles.ts',
    'hearth\\.properties$': '<rootDir>/test/unit/frontend/catalogue.ts',
    // As webpack.config.js does.
    '^@atlaskit/feature-gate-js-client/feature-gates$':
      '<rootDir>/frontend/shared/feature-gates.ts',
  },
};
