// The design's import directions. Type imports count: a type is knowledge of another room too.
import { readdirSync } from 'node:fs'

const unified =
  '(unified|vfile|remark-[^/]+|rehype-[^/]+|(mdast|hast|unist|micromark)-util-[^/]+|micromark[^/]*)'
const trees = '(@types/)?(mdast|hast|unist)'
const payload = '(payload|@payloadcms/[^/]+|lexical|@lexical/[^/]+)'
const react = '(@types/)?react(-dom)?'

const pure = ['domain', 'feeds', 'intake']

/**
 * What each room may import beside itself: other rooms, npm packages, and Node's own modules or
 * not. A folder of src without a line here may import nothing.
 */
const rooms = {
  domain: { packages: ['canonicalize', '@noble/hashes', trees] },
  feeds: {
    rooms: ['domain'],
    packages: [unified, trees, '(@types/)?js-yaml', 'zod', '@noble/hashes', 'schema-dts'],
  },
  intake: { rooms: ['domain'], packages: [unified, trees, '(@types/)?js-yaml', 'zod'] },
  demo: { rooms: ['domain', 'intake'] },
  projection: { rooms: ['domain', 'feeds'], packages: [payload, 'lru-cache'] },
  store: { packages: ['@aws-sdk/client-s3'], node: true },
  repository: { rooms: ['store'], packages: ['@tufjs/models', 'canonicalize'], node: true },
  sites: { node: true },
  siteRecords: { rooms: ['records', 'sites', 'refusal'], packages: [payload] },
  server: {
    rooms: ['repository', 'store', 'sites'],
    packages: [
      ...['(@types/)?express(-serve-static-core)?', 'express-rate-limit', 'ajv(-formats)?'],
      'prom-client',
    ],
    node: true,
  },
  consumer: {
    // Of the domain the rules that a reader judges a release by; of the feeds the HTML form alone, so
    // that the verifier shares nothing with what it verifies.
    rooms: ['domain', 'store', 'feeds-html'],
    packages: [
      ...[unified, trees, '(@types/)?js-yaml', 'ajv(-formats)?', 'canonicalize'],
      ...['tuf-js', '@tufjs/models', 'robots-parser'],
    ],
    node: true,
  },
  records: { rooms: ['domain', 'refusal'], packages: [payload], node: true },
  publish: {
    rooms: [...['domain', 'feeds', 'projection', 'records', 'audit', 'store', 'repository', 'env']],
    packages: [payload, 'canonicalize', 'zod'],
    node: true,
  },
  audit: { rooms: ['domain', 'projection', 'records'], packages: [payload], node: true },
  database: {
    rooms: ['domain', 'env'],
    packages: [payload, '@libsql/[^/]+', 'mongoose'],
    node: true,
  },
  backup: {
    rooms: ['domain', 'audit', 'database', 'repository'],
    packages: [payload, 'zod'],
    node: true,
  },
  mail: {
    rooms: ['domain', 'projection', 'records', 'env'],
    packages: [payload, 'nodemailer'],
    node: true,
  },
  delivery: {
    rooms: ['domain', 'feeds', 'repository', 'store', 'records', 'sites', 'refusal', 'env'],
    packages: [payload, 'standardwebhooks', 'ipaddr\\.js'],
    node: true,
  },
  log: {},
  door: {
    packages: ['(@types/)?express(-serve-static-core)?', 'express-rate-limit', 'helmet'],
    node: true,
  },
  accounts: {
    rooms: ['records', 'hooks', 'refusal'],
    packages: [payload, '@zxcvbn-ts/[^/]+'],
    node: true,
  },
  policy: { rooms: ['domain', 'env'], packages: ['zod'], node: true },
  access: { rooms: ['domain'], packages: [payload] },
  fields: { rooms: ['domain', 'feeds', 'projection', 'access'], packages: [payload] },
  hooks: {
    rooms: [...pure, 'projection', 'publish', 'records', 'access', 'mail', 'env', 'refusal'],
    packages: [payload, 'canonicalize'],
    node: true,
  },
  endpoints: {
    rooms: [
      ...[...pure, 'projection', 'publish', 'records', 'access', 'hooks', 'database'],
      ...['accounts', 'mail', 'delivery', 'sites', 'siteRecords', 'env', 'refusal'],
    ],
    packages: [payload, 'zod'],
    node: true,
  },
  jobs: {
    rooms: [
      ...[...pure, 'projection', 'publish', 'records', 'hooks', 'endpoints', 'delivery', 'env'],
    ],
    packages: [payload],
  },
  collections: {
    rooms: [
      ...['domain', 'access', 'accounts', 'delivery', 'fields', 'hooks', 'endpoints', 'records'],
      'sites',
      'env',
    ],
    packages: [payload],
  },
  components: { rooms: [...pure, 'projection'], packages: [payload, react, 'next'] },
  start: {
    rooms: [
      ...['domain', 'intake', 'demo', 'projection', 'records', 'publish', 'hooks', 'endpoints'],
      ...['jobs', 'mail', 'delivery', 'accounts', 'door', 'database', 'store', 'server', 'log'],
      ...['sites', 'siteRecords', 'env', 'payload-config'],
    ],
    packages: [payload, 'next'],
    node: true,
  },
  terminal: { node: true },
  operator: {
    rooms: [
      ...['domain', 'projection', 'endpoints', 'accounts', 'publish', 'database', 'start', 'env'],
    ],
    packages: [payload, 'zod'],
    node: true,
  },
  app: { rooms: ['components', 'endpoints', 'payload-config'], packages: [payload, react, 'next'] },
}

const places = {
  env: '^src/env\\.ts$',
  'feeds-html': '^src/feeds/html/index\\.ts$',
  refusal: '^src/refusal\\.ts$',
  'payload-config': '^payload\\.config\\.ts$',
}
const payloadTypes = '^src/payload-types\\.ts$'
const knowsPayload = ({ packages = [] }) => packages.includes(payload)
const modulesOf = (name) => `^node_modules/${name}/`

const directions = readdirSync('src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const room = rooms[name] ?? {}
    const allowed = [
      `^src/${name}/`,
      ...(room.rooms ?? []).map((other) => places[other] ?? `^src/${other}/`),
      ...(room.packages ?? []).map(modulesOf),
      ...(knowsPayload(room) ? [payloadTypes] : []),
    ]
    return {
      name: `${name}-imports`,
      comment: `src/${name} imports only what its line in .dependency-cruiser.mjs names.`,
      severity: 'error',
      from: { path: `^src/${name}/` },
      to: { pathNot: allowed, ...(room.node ? { dependencyTypesNot: ['core'] } : {}) },
    }
  })

const closedFolders = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return closedFolders(`${folder}/${entry.name}`)
    return entry.name === 'index.ts' ? [folder] : []
  })

/**
 * A folder with an index.ts is entered through it. Three may go past: its own unit tests, Payload's
 * generated import map, and the file that Next compiles for runtimes in which half a room is missing.
 */
const doors = closedFolders('src').map((folder) => ({
  name: `${folder.slice('src/'.length).replaceAll('/', '-')}-by-its-index`,
  comment: `Import from ${folder}/index.ts, never from inside the folder.`,
  severity: 'error',
  from: {
    pathNot: [
      `^${folder}/`,
      `^${folder.replace('src/', 'tests/unit/')}/`,
      '^src/app/\\(payload\\)/admin/importMap\\.js$',
      '^src/instrumentation\\.ts$',
    ],
  },
  to: { path: `^${folder}/`, pathNot: '/index\\.ts$' },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...directions,
    ...doors,
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-imports-scripts',
      comment: 'Nothing but their own tests.',
      severity: 'error',
      from: { pathNot: '^(scripts|tests/unit/scripts)/' },
      to: { path: '^scripts/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
    {
      name: 'only-the-outermost-import-the-composition-root',
      severity: 'error',
      from: { pathNot: '^(src/app|src/start|scripts|tests)/' },
      to: { path: places['payload-config'] },
    },
    {
      name: 'not-resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-packages-in-production',
      severity: 'error',
      from: { path: ['^src/', '^scripts/.*\\.ts$', '^payload\\.config\\.ts$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
    exclude: { path: '\\.(css|scss)$' },
  },
}
