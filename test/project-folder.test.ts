import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {readProject, SettingsError} from '../src/io/index.ts'
import {folderWith} from './support/command-line.ts'

const settings =
  'titles: {en: Terms}\nprovider: {name: Yunjian}\ncounterparty: {kind: both}\nauthoritativeLocale: en\ntimeZone: Asia/Shanghai\nprofile: {role: direct, counterparty: both, markets: [CN]}\n'

describe('the settings of a project', () => {
  it.each([
    ['a', 'a', 'agreements/two'],
    ['two', undefined, 'agreements/two'],
    ['Ä', 'b', 'agreements/one'],
  ])('are refused where ids are taken or malformed: %s and %s', async (one, two, place) => {
    const id = (value: string | undefined) => (value === undefined ? '' : `id: ${value}\n`)
    const root = folderWith({
      'proviso.config.yaml': '',
      'agreements/one/agreement.yaml': id(one) + settings,
      'agreements/one/en.md': '# Terms\n',
      'agreements/two/agreement.yaml': id(two) + settings,
      'agreements/two/en.md': '# Terms\n',
    })
    const error: unknown = await readProject(root).catch((cause: unknown) => cause)
    rmSync(root, {recursive: true})
    expect(error).toBeInstanceOf(SettingsError)
    const faults = error instanceof SettingsError ? error.diagnostics : []
    expect(faults).toMatchObject([{ruleId: 'settings-value', file: join(root, place, 'agreement.yaml')}])
    expect(faults[0]?.message).toMatch(/^Unexpected .+, expected /)
  })
})
