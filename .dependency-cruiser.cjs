const layers = require('./layers.cjs')

const door = (layer) => (layer === 'library' ? '^src/index\\.ts$' : `^src/${layer}/index\\.ts$`)

const directions = Object.entries(layers).map(([layer, allowed]) => ({
  name: `${layer.replaceAll('/', '-')}-imports`,
  severity: 'error',
  comment: `src/${layer} may import ${allowed.join(', ') || 'nothing of ours'}, only through index.ts`,
  from: {path: `^src/${layer}/`},
  to: {path: '^src/', pathNot: [`^src/${layer}/`, ...allowed.map(door)]},
}))

/** Packages that one layer owns: nobody else imports them. */
const owners = {
  'compiler/parse': ['remark-parse', 'remark-frontmatter', 'micromark-.*'],
  'compiler/format': ['remark-stringify'],
  'compiler/diff': ['diff'],
  'render/html': ['handlebars', 'uqr'],
  'render/docx': ['docx'],
  'render/pdf': ['@cantoo/pdf-lib'],
  publish: ['feed'],
  io: ['chokidar', 'puppeteer', '@sparticuz/chromium', 'subset-font', 'fontkit', '@expo-google-fonts/.*', 'libsql', 'kysely', 'pg'],
  import: ['mammoth', '@xmldom/xmldom', 'rehype-parse', 'rehype-remark', 'hast-util-select', 'nzh'],
  'remark-lint': ['unified-lint-rule'],
  server: ['fastify', '@fastify/.*', 'prom-client', 'pino', 'close-with-grace'],
  cli: ['commander', 'picocolors', 'string-width'],
}

module.exports = {
  forbidden: [
    ...directions,
    ...Object.entries(owners).map(([layer, packages]) => ({
      name: `packages-of-${layer.replaceAll('/', '-')}`,
      severity: 'error',
      comment: `only src/${layer} imports ${packages.join(', ')}`,
      from: {path: '^src/', pathNot: `^src/${layer}/`},
      to: {path: `node_modules/(?:${packages.join('|')})/`},
    })),
    {
      name: 'no-folder-outside-layers',
      severity: 'error',
      comment: 'a folder below src/ is a layer of layers.cjs',
      from: {
        path: '^src/',
        pathNot: [
          ...Object.keys(layers).map((layer) => `^src/${layer}/`),
          '^src/(?:index|main|import-program|finish-program)\\.ts$',
          '^src/compiler/[^/]+\\.ts$',
        ],
      },
      to: {},
    },
    {
      name: 'library-imports',
      severity: 'error',
      comment: 'src/index.ts offers the compiler, the renderers, publishing and consent; never io or a face',
      from: {path: '^src/index\\.ts$'},
      to: {path: '^src/(?:io|cli|server|studio)/'},
    },
    {name: 'no-circular', severity: 'error', from: {}, to: {circular: true}},
    {name: 'no-unresolvable', severity: 'error', from: {}, to: {couldNotResolve: true}},
    {
      name: 'no-dev-dependency',
      severity: 'error',
      from: {path: '^src/'},
      to: {dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only']},
    },
    {
      name: 'node-only-at-the-edge',
      severity: 'error',
      comment: 'the compiler and the HTML renderer run anywhere',
      from: {path: '^src/(?:compiler|config|consent|render/(?:html|markdown|text))/'},
      to: {dependencyTypes: ['core']},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: {path: 'node_modules'},
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
}
