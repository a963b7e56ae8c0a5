import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** What may be asked of the database directly: questions. */
const questions =
  '/^(count|countVersions|find|findDistinct|findOne|findVersions|queryDrafts|name)$/'
const db = 'MemberExpression[property.name="db"]'
const asked = `[computed=false][property.name=${questions}]`

/** Each entry says what not to write and what to write instead. */
const everywhere = [
  {
    selector: 'TSEnumDeclaration',
    message: 'Node runs these files by stripping types: use a const list and its union.',
  },
  {
    selector:
      ':matches(ImportDeclaration, ExportAllDeclaration, ExportNamedDeclaration, ImportExpression) > Literal.source[value=/^\\.{1,2}(\\u002F|$)/]:not([value=/\\.(ts|tsx|js|mjs|json|css|scss)$/])',
    message: 'A relative import ends in .ts or .tsx: Node looks for that very file.',
  },
]
const namedExports = [
  {
    selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
    message: 'Export by name, so that the thing is called the same everywhere.',
  },
]
const throughTheGate = [
  // The method is none of the questions, or is only computed.
  `MemberExpression[object.property.name="db"]:not(${asked})`,
  `MemberExpression[object.name="db"]:not(${asked})`,
  // The database under another name, taken apart, or handed to somebody else.
  `:not(MemberExpression) > ${db}`,
  `MemberExpression > ${db}.property`,
  ':not(MemberExpression, Property) > Identifier[name="db"]',
  'ObjectExpression > Property > Identifier.value[name="db"]',
  'ObjectPattern > Property[key.name="db"]:not([value.name="db"])',
  'ObjectPattern > Property[key.value="db"]',
  'MemberExpression[computed=true][property.value="db"]',
  'MemberExpression[computed=true]:matches([object.name="payload"], [object.property.name="payload"])',
].map((selector) => ({
  selector,
  message:
    'What goes past the Local API to payload.db is a question and nothing else: a write there skips every hook, the gate included. Storage itself belongs in src/database.',
}))
const forAPerson = [
  {
    selector:
      'ObjectExpression:has(> Property[key.name="collection"]):has(> Property[key.name="user"]):not(:has(> Property[key.name="overrideAccess"][value.value=false]))',
    message:
      'The Local API skips access control. Acting for a person means overrideAccess: false beside their user.',
  },
]
const runsEveryTest = [
  {
    selector:
      'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo|fails)$/]',
    message: 'Every test runs. Mend it or delete it.',
  },
]

const environment = {
  'no-restricted-properties': [
    'error',
    {
      object: 'process',
      property: 'env',
      message: 'src/env.ts is the only reader of the environment.',
    },
  ],
  'no-restricted-imports': [
    'error',
    {
      paths: ['process', 'node:process'].map((name) => ({
        name,
        importNames: ['env'],
        message: 'src/env.ts is the only reader of the environment.',
      })),
    },
  ],
}

const restrict = (...groups) => ({ 'no-restricted-syntax': ['error', ...groups.flat()] })

export default defineConfig(
  globalIgnores([
    '.next/',
    'coverage/',
    'data/',
    'examples/',
    'next-env.d.ts',
    'src/payload-types.ts',
    'src/consumer/feedTypes.ts',
    'src/app/(payload)/admin/importMap.js',
  ]),
  { linterOptions: { noInlineConfig: true } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'object-shorthand': 'error',
      'prefer-template': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // One of its values is deprecated, and the tag ended up on the whole property.
      '@typescript-eslint/no-deprecated': ['error', { allow: ['operation'] }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // It asks for the "!" that another rule forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      ...environment,
      ...restrict(everywhere, namedExports, throughTheGate, forAPerson),
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['src/components/**/*.tsx', 'src/app/**/*.tsx'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    // Storage itself, and the files of writes that go past the hooks on purpose.
    files: [
      'src/database/**/*.ts',
      'src/hooks/directWrites.ts',
      'scripts/bench/content/changeContent.ts',
    ],
    rules: restrict(everywhere, namedExports, forAPerson),
  },
  {
    // Next replaces NEXT_RUNTIME in the second file while it builds.
    files: ['src/env.ts', 'src/instrumentation.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-imports': 'off' },
  },
  {
    // Their frameworks ask for a default export.
    files: ['*.config.ts', 'src/app/**/*.{ts,tsx}'],
    rules: restrict(everywhere, throughTheGate, forAPerson),
  },
  {
    files: [
      'vitest.config.ts',
      'next.config.ts',
      'scripts/bench/releasing/releasing.ts',
      'scripts/bench/serving/rest.ts',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      // Tests start programs and hand them an environment; they also try what the lint forbids.
      'no-restricted-properties': 'off',
      ...restrict(everywhere, namedExports, runsEveryTest),
    },
  },
  {
    files: ['scripts/**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['clearInterval', 'console', 'process', 'setInterval', 'URL'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
    rules: restrict(everywhere, namedExports),
  },
  prettier,
)
