import {execFile, execFileSync} from 'node:child_process'
import {appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {proviso, root} from './support/command-line.ts'

interface Step {
  readonly name?: string
  readonly run?: string
  readonly uses?: string
  readonly with?: Record<string, unknown>
  readonly env?: Record<string, string>
  readonly 'working-directory'?: string
}
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
  inputs: Record<string, {default: string}>
  runs: {using: string; steps: Step[]}
}
const workflow = parse(readFileSync(join(root, '.github/workflows/agreements.yml'), 'utf8')) as {
  on: Record<string, unknown>
  jobs: Record<string, {steps: Step[]}>
}

const project = mkdtempSync(join(tmpdir(), 'proviso-ci-'))
const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=Lin', '-c', 'user.email=lin@example.com', ...args], {cwd: project})
let base = ''

beforeAll(async () => {
  await proviso(['init', project])
  git('init', '-q', '-b', 'main')
  expect((await proviso(['publish', 'service-terms', '--version', 'v1', '--only', 'html'], {cwd: project})).code).toBe(0)
  git('add', '-A')
  git('commit', '-q', '-m', 'Publish v1')
  base = git('rev-parse', 'HEAD').toString().trim()
  git('checkout', '-q', '-b', 'change')
  for (const [locale, from, to] of [
    ['zh-CN', '30日', '20日'],
    ['en', '30 days', '20 days'],
  ] as const) {
    const file = join(project, `agreements/service-terms/${locale}.md`)
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
  }
  git('commit', '-q', '-a', '-m', 'Change a period')
}, 240_000)

afterAll(() => rmSync(project, {recursive: true, force: true}))

describe('the GitHub action', () => {
  it('checks, shows what changes, and builds', {timeout: 240_000}, async () => {
    const run = await runAction()
    expect([run.code, run.failed]).toEqual([0, undefined])
    expect(run.summary).toMatch(/# agreements\/service-terms\/zh-CN\.md[\s\S]*30日[\s\S]*20日/)
    expect(existsSync(join(project, 'site/index.html'))).toBe(true)
    const kept = action.runs.steps.at(-1)
    expect(kept?.uses).toMatch(/^actions\/upload-artifact@v\d+$/)
    expect(kept?.with?.path).toBe('$' + '{{ inputs.project }}/$' + '{{ inputs.out }}')
  })

  it('fails where a published version was touched, with a note at the file', {timeout: 240_000}, async () => {
    appendFileSync(join(project, 'agreements/service-terms/versions/v1/zh-CN.md'), '\n')
    rmSync(join(project, 'site'), {recursive: true, force: true})
    const run = await runAction()
    git('checkout', '-q', '--', '.')
    expect(run.code).toBe(1)
    for (const rule of ['version-altered', 'version-touched'])
      expect(run.out).toMatch(new RegExp(`::error file=agreements/service-terms/versions/v1/zh-CN\\.md,.*title=${rule}::`))
    expect(existsSync(join(project, 'site'))).toBe(false)
  })

  it('is what the workflow runs, with the history that it needs', () => {
    expect(Object.keys(workflow.on)).toEqual(['pull_request', 'push'])
    const [job] = Object.values(workflow.jobs)
    expect(job?.steps.map(({uses}) => uses?.replace(/@.*/, ''))).toEqual(['actions/checkout', 'actions/setup-node', './'])
    expect(job?.steps[0]?.with).toEqual({'fetch-depth': 0})
  })
})

describe('proviso check --base', () => {
  it('finds a version that was forged or removed with care, and lets new ones pass', {timeout: 240_000}, async () => {
    const versions = join(project, 'agreements/service-terms/versions')
    rmSync(join(versions, 'v1'), {recursive: true})
    const removed = await proviso(['check', '--base', base, '--reporter', 'json'], {cwd: project})
    git('checkout', '-q', '--', '.')
    expect(JSON.parse(removed.out).diagnostics.map(({ruleId, file}: {ruleId: string; file: string}) => [ruleId, file])).toEqual(
      ['en.md', 'manifest.json', 'zh-CN.md'].map((name) => ['version-touched', `agreements/service-terms/versions/v1/${name}`]),
    )
    await proviso(['publish', 'service-terms', '--version', 'v2', '--only', 'html', '--effective', '2099-01-01'], {cwd: project})
    expect(existsSync(join(versions, 'v2'))).toBe(true)
    expect((await proviso(['check', '--base', base], {cwd: project})).code).toBe(0)
    expect((await proviso(['check', '--base', 'no-such-revision'], {cwd: project})).err).toMatch(
      /git cannot compare .* with no-such-revision/,
    )
  })
})

/** Runs the steps of the action that are commands, one after the other, as GitHub does. */
async function runAction(): Promise<{code: number; out: string; summary: string; failed: string | undefined}> {
  const summaryFile = join(project, '../', `summary-${Math.trunc(performance.now())}.md`)
  writeFileSync(summaryFile, '')
  const values: Record<string, string> = {
    'github.action_path': root,
    'inputs.base': base,
    'inputs.project': project,
    'inputs.out': 'site',
    'inputs.build': '--only html',
  }
  const fill = (template: string) =>
    template.replace(/\$\{\{ *([\w.]+) *\}\}/g, (_, name: string) => values[name] ?? `no value for ${name}`)
  let out = ''
  for (const step of action.runs.steps) {
    if (step.run === undefined) continue
    const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, fill(value)]))
    const run = await bash(fill(step.run), {
      cwd: fill(step['working-directory'] ?? project),
      env: {...process.env, ...env, GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summaryFile, GITHUB_ACTION_PATH: root},
    })
    out += run.out
    if (run.code !== 0) return {code: run.code, out, summary: readFileSync(summaryFile, 'utf8'), failed: `${step.name}: ${run.out}`}
  }
  const summary = readFileSync(summaryFile, 'utf8')
  rmSync(summaryFile)
  return {code: 0, out, summary, failed: undefined}
}

function bash(script: string, options: {cwd: string; env: NodeJS.ProcessEnv}): Promise<{code: number; out: string}> {
  return new Promise((done) => {
    execFile('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], options, (error, out, err) => {
      done({code: typeof error?.code === 'number' ? error.code : 0, out: out + err})
    })
  })
}
