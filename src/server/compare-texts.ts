import {LRUCache} from 'lru-cache'
import {type Comparison, compareAgreements, DIFF_ENGINE, toDiffDocument} from '../index.ts'
import type {ArchivedText} from '../io/index.ts'

/** Two texts to be compared. */
export interface ComparedTexts {
  /** Names the pair and the engine; the same key has the same bytes for ever. */
  readonly key: string
  readonly comparison: () => Comparison
  /** The diff as it is sent, made once for each pair. */
  readonly json: () => Buffer
}

/** Compares texts of versions as they were frozen; what was written as JSON is kept as long as there is room. */
export function createComparisons(): (from: ArchivedText, to: ArchivedText) => ComparedTexts {
  const kept = new LRUCache<string, Buffer>({maxSize: MOST_BYTES, sizeCalculation: (json) => json.length + 1})
  return (from, to) => {
    const sides = [from, to].map(({version, treeSha256, sourceSha256}) => [version.manifest.version, treeSha256, sourceSha256.slice(0, 16)])
    const key = [...sides.flat(), to.locale, DIFF_ENGINE].join('.').replace(/[^\w.-]/g, '_')
    const comparison = () => compare(from, to)
    return {
      key,
      comparison,
      json: () => {
        const known = kept.get(key)
        if (known) return known
        const json = Buffer.from(JSON.stringify(toDiffDocument(comparison().diff)))
        kept.set(key, json)
        return json
      },
    }
  }
}

/** Comparisons that are kept as JSON, in bytes. */
const MOST_BYTES = 64 * 1024 * 1024

function compare(from: ArchivedText, to: ArchivedText): Comparison {
  const [before, after] = [from, to].map(({agreement, version, frozen, ids, sourceSha256}) => ({
    agreement: frozen.agreement,
    facts: frozen.facts,
    ids,
    side: {agreement, version: version.manifest.version, sha256: sourceSha256},
  }))
  if (!before || !after) throw new Error('Two texts are compared')
  return {from: before, to: after, diff: compareAgreements(before, after)}
}
