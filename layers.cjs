/**
 * Who may import whom: layer → layers it may import, each only through its `index.ts`.
 * `library` is `src/index.ts`. A folder below `src/` that is no layer fails the build.
 * Read by `.dependency-cruiser.cjs` and by `test/architecture.test.ts`, which compares it with ARCHITECTURE.md.
 */
module.exports = {
  'compiler/clause-tree': [],
  'compiler/diagnostic': [],
  'compiler/parse': ['compiler/clause-tree', 'compiler/diagnostic'],
  'compiler/format': ['compiler/clause-tree'],
  'compiler/analyze': ['compiler/clause-tree'],
  'compiler/lint': ['compiler/clause-tree', 'compiler/diagnostic', 'compiler/analyze'],
  'compiler/version': ['compiler/clause-tree', 'compiler/analyze'],
  'compiler/diff': ['compiler/clause-tree', 'compiler/analyze', 'compiler/version'],
  'compiler/notice': ['compiler/analyze', 'compiler/version', 'compiler/diff'],
  'compiler/view': ['compiler/clause-tree', 'compiler/analyze', 'compiler/version', 'compiler/diff', 'compiler/notice'],
  'render/html': ['compiler/view'],
  'render/pdf': ['compiler/view', 'render/html'],
  'render/markdown': ['compiler/view'],
  'render/text': ['compiler/view'],
  'render/docx': ['compiler/view'],
  config: ['compiler'],
  import: ['compiler', 'config'],
  consent: ['compiler'],
  publish: ['compiler', 'render/html', 'render/pdf', 'render/markdown', 'render/text', 'render/docx'],
  io: ['compiler', 'config', 'consent', 'publish', 'render/pdf', 'render/html'],
  cli: ['library', 'io'],
  server: ['library', 'io'],
  client: ['server'],
  'remark-lint': ['library'],
}
