import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const SPOKEN = 'alt|aria-label|ariaLabel|description|heading|label|placeholder|title';
const inCatalogue = 'Words for people stand in the catalogue: use t(…).';

/** Letters that a person would read, where only the catalogue may put them. */
const WORDS_IN_CODE = [
  { selector: 'JSXText[value=/\\p{L}/u]', message: inCatalogue },
  {
    selector: 'JSXElement > JSXExpressionContainer > Literal[value=/\\p{L}/u]',
    message: inCatalogue,
  },
  {
    selector: 'JSXElement > JSXExpressionContainer > TemplateLiteral',
    message: inCatalogue,
  },
  {
    selector: `JSXAttribute[name.name=/^(${SPOKEN})$/] > Literal[value=/\\p{L}/u]`,
    message: inCatalogue,
  },
  {
    selector:
      'AssignmentExpression[left.property.name=/^(alt|innerText|placeholder|textContent|title)$/] > Literal[value=/\\p{L}/u]',
    message: inCatalogue,
  },
];

/** The parts of the frontend know each other only through `shared`. */
function border(part, ...others) {
  return {
    files: [`frontend/${part}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: others.map((other) => `**/${other}/**`),
              message: `${part} may use frontend/shared only.`,
            },
          ],
        },
      ],
    },
  };
}

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'test/conformance/grouping/apps/',
      '**/target/',
      '.cache/',
      'frontend/shared/api-types.ts',
    ],
  },
  js.configs.recommended,
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.node } },
  // Stand-ins for the scripts that a product gives a page.
  { files: ['host/src/main/resources/**/*.js'], languageOptions: { globals: globals.browser } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // A number in a template is as clear as String(number).
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Arrow functions of one call are handlers whose result nobody reads.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['frontend/**/*.{ts,tsx}'],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat.recommended],
    languageOptions: { globals: globals.browser },
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...WORDS_IN_CODE],
    },
  },
  border('shared', 'admin', 'loader', 'tracker', 'capture', 'usage', 'review', 'symbolication'),
  border('admin', 'loader', 'tracker', 'capture', 'usage', 'review', 'symbolication'),
  border('loader', 'admin', 'tracker', 'capture', 'usage', 'review', 'symbolication'),
  border('tracker', 'admin', 'loader', 'capture', 'usage', 'review', 'symbolication'),
  border('capture', 'admin', 'loader', 'tracker', 'usage', 'review', 'symbolication'),
  border('report', 'admin', 'loader', 'tracker', 'capture', 'usage', 'review', 'symbolication'),
  {
    files: ['test/**/*.{ts,tsx}', 'scripts/**/*.ts'],
    rules: {
      // Tests look into answers whose shape they are about to check.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // node:test returns promises that its runner awaits.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'it', 'describe', 'suite'], package: 'node:test' },
          ],
        },
      ],
    },
  },
);
