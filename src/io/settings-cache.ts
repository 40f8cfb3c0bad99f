import {hash} from 'node:crypto'
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type AgreementSettings, agreementSettingsSchema, type ReadSettings, readSettings} from '../config/index.ts'
import {cacheFolder} from './cache-folder.ts'
import {engineKey} from './engine-key.ts'
import {writeWhole} from './write-whole.ts'

/** Settings of agreements as an earlier run left them, so that only YAML that changed is parsed. */
export interface SettingsCache {
  /** The same as `readSettings`. Settings with faults are not kept. */
  read(yaml: string, file: string): ReadSettings<AgreementSettings>
  /**
   * Keeps what was read, and nothing else, for the next run, where it is so much that parsing it takes time.
   *
   * @throws {OperationalError} `file-unwritable`
   */
  save(): Promise<void>
}

/** Opens the cache of the project in the folder `root`. Settings are found by the hash of their YAML; another program finds none. */
export function openSettingsCache(root: string): SettingsCache {
  const file = join(cacheFolder(), 'settings', `${hash('sha256', root).slice(0, 16)}.json`)
  const known = readCache(file)
  const used = new Map<string, AgreementSettings>()
  let isNew = false

  return {
    read: (yaml, name) => {
      const key = hash('sha256', yaml)
      const kept = used.get(key) ?? known[key]
      const read = kept ? {settings: kept, diagnostics: [] as const} : readSettings(yaml, agreementSettingsSchema, name)
      if (!kept) isNew = true
      if (read.settings) used.set(key, read.settings)
      return read
    },
    save: async () => {
      if (used.size < WORTHWHILE || (!isNew && used.size === Object.keys(known).length)) return
      await writeWhole(file, JSON.stringify({engine: engineKey(), settings: Object.fromEntries(used)} satisfies StoredSettings))
    },
  }
}

/** Settings of fewer agreements are parsed in a few hundredths of a second. */
const WORTHWHILE = 50

interface StoredSettings {
  readonly engine: string
  /** By the hash of their YAML. */
  readonly settings: Readonly<Record<string, AgreementSettings>>
}

/** What is no cache, or that of another program, counts as none. */
function readCache(file: string): Readonly<Record<string, AgreementSettings>> {
  if (!existsSync(file)) return {}
  try {
    const cache: StoredSettings = JSON.parse(readFileSync(file, 'utf8'))
    return cache.engine === engineKey() ? cache.settings : {}
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}
