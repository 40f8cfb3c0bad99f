import {cpSync, mkdtempSync, readdirSync, readFileSync} from 'node:fs'
import {homedir, tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {proviso, root} from './support/command-line.ts'

describe('the same project', () => {
  it('gives the same bytes in another folder, time zone, locale and account, printed in another order', async () => {
    const [first, second] = [projectIn('a'), projectIn('another folder ü 二')]
    const cache = process.env.PROVISO_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'proviso')
    const [one, other] = await Promise.all([
      proviso(['build', '--jobs', '1'], {
        cwd: first,
        env: {...person('alice'), PROVISO_CACHE: cache, TZ: 'America/Los_Angeles', LC_ALL: 'C'},
      }),
      proviso(['build', '--jobs', '3'], {
        cwd: second,
        env: {...person('王芳'), PROVISO_CACHE: cache, TZ: 'Pacific/Kiritimati', LC_ALL: 'zh_CN.UTF-8', LANG: 'de_DE.UTF-8'},
      }),
    ])
    expect([one.code, other.code]).toEqual([0, 0])
    const files = filesBelow(join(first, 'dist'))
    expect(files.filter((name) => name.endsWith('.pdf')).length).toBeGreaterThanOrEqual(4)
    expect(filesBelow(join(second, 'dist'))).toEqual(files)
    const differing = files.filter((name) => !readFileSync(join(first, 'dist', name)).equals(readFileSync(join(second, 'dist', name))))
    expect(differing).toEqual([])
  })
})

function projectIn(name: string): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'proviso-test-')), name)
  for (const part of ['agreements', 'proviso.config.yaml']) cpSync(join(root, part), join(folder, part), {recursive: true})
  return folder
}

function person(name: string): Record<string, string> {
  return {USER: name, LOGNAME: name, HOME: mkdtempSync(join(tmpdir(), 'proviso-home-'))}
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}
