import {execFileSync} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import ts from 'typescript'
import {describe, expect, it} from 'vitest'

const require = createRequire(import.meta.url)
const root = join(import.meta.dirname, '..')
const layers: Readonly<Record<string, readonly string[]>> = require('../layers.cjs')
const sources = filesBelow(join(root, 'src')).filter((file) => file.endsWith('.ts'))

describe('the layer table', () => {
  it('is the one in ARCHITECTURE.md', () => {
    const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').split('## Who may import whom')[1]?.split('\n## ')[0] ?? ''
    const documented = new Map<string, string[]>()
    for (const [, layer = '', allowed = ''] of text.matchAll(/^\| `([a-z/-]+)` *\| (.+?) *\|$/gm)) {
      documented.set(layer, [...allowed.matchAll(/`([a-z/-]+)`/g)].map(([, name = '']) => name).sort())
    }
    expect(Object.fromEntries(documented)).toEqual(
      Object.fromEntries(Object.entries(layers).map(([layer, allowed]) => [layer, [...allowed].sort()])),
    )
  })

  it('is what the import checker holds over all modules', () => {
    const out = execFileSync(
      process.execPath,
      [
        join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
        '--config',
        '.dependency-cruiser.cjs',
        '--output-type',
        'json',
        'src',
      ],
      {
        cwd: root,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      },
    )
    const {summary} = JSON.parse(out) as {summary: {totalCruised: number; error: number}}
    expect(summary.error).toBe(0)
    expect(summary.totalCruised).toBeGreaterThan(sources.length - 1)
  })
})

describe('the pure layers', () => {
  const impure = /^(?:Date|performance|process|setTimeout|setInterval|navigator|globalThis|console)$/
  it.each(
    sources.filter((file) => /src\/(?:compiler|consent|render\/html)\//.test(file)).map((file) => [file.slice(root.length + 1), file]),
  )('%s asks nobody for the time, chance or locale', (_, file) => {
    const found: string[] = []
    visit(parseSource(file), (node) => {
      if (
        ts.isIdentifier(node) &&
        impure.test(node.text) &&
        !isReadingOfInstant(node) &&
        !ts.isPropertyAssignment(node.parent) &&
        !ts.isPropertySignature(node.parent) &&
        !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node)
      )
        found.push(node.text)
      if (ts.isPropertyAccessExpression(node) && node.name.text === 'random') found.push('random')
      if (
        ts.isCallExpression(node) &&
        ts.isPropertyAccessExpression(node.expression) &&
        /^(?:toLocale\w+|localeCompare)$/.test(node.expression.name.text) &&
        node.arguments.length === 0
      )
        found.push(node.expression.name.text)
    })
    expect(found).toEqual([])
  })
})

describe('every source file', () => {
  it('is one concept of at most 300 lines, tables of data apart', () => {
    const long = sources.filter(
      (file) => !/\/(?:kinds|tables|rules|data)\//.test(file) && readFileSync(file, 'utf8').split('\n').length > 301,
    )
    expect(long).toEqual([])
  })

  it('says of every exported thing what it is', () => {
    const silent: string[] = []
    for (const file of sources) {
      const source = parseSource(file)
      for (const statement of source.statements) {
        const isExported =
          ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)
        if (isExported && ts.getJSDocCommentsAndTags(statement).length === 0)
          silent.push(`${file.slice(root.length + 1)}: ${statement.getText(source).slice(0, 60)}`)
      }
    }
    expect(silent).toEqual([])
  })

  it('has named exports, but for the preset that remark loads, and no module-level variables', () => {
    const faults: string[] = []
    for (const file of sources) {
      const source = parseSource(file)
      for (const statement of source.statements) {
        if (ts.isExportAssignment(statement) && !file.endsWith('src/remark-lint/index.ts')) faults.push(`${file}: default export`)
        if (ts.isVariableStatement(statement) && (statement.declarationList.flags & ts.NodeFlags.Const) === 0)
          faults.push(`${file}: ${statement.getText(source).slice(0, 60)}`)
        if (ts.isExportDeclaration(statement) && statement.exportClause === undefined) faults.push(`${file}: export *`)
      }
    }
    expect(faults).toEqual([])
  })
})

describe('the package', () => {
  it('pins every dependency exactly and locks no download address', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >
    const loose = Object.entries({...manifest.dependencies, ...manifest.devDependencies}).filter(
      ([, version]) => !/^\d+\.\d+\.\d+/.test(version),
    )
    expect(loose).toEqual([])
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved"')
  })

  it('names every dependency in the decision records', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
      devDependencies: Record<string, string>
    }
    const records = filesBelow(join(root, 'docs/decisions'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
    const unnamed = Object.keys({...manifest.dependencies, ...manifest.devDependencies}).filter((name) => !records.includes(`\`${name}\``))
    expect(unnamed).toEqual([])
  })
})

/** `Date.parse` of an RFC 3339 instant asks nobody for the time. */
function isReadingOfInstant(node: ts.Identifier): boolean {
  return ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node && node.parent.name.text === 'parse'
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, {withFileTypes: true, recursive: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function parseSource(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023, true)
}

function visit(node: ts.Node, visitor: (node: ts.Node) => void): void {
  visitor(node)
  node.forEachChild((child) => {
    visit(child, visitor)
  })
}
