import {LRUCache} from 'lru-cache'
import {type Comparison, compareAgreements, DIFF_ENGINE, toDiffDocument} from '../index.ts'
import type {ArchivedText} from '../io/index.ts'

/** Two texts compared, and the comparison as JSON: made once for each pair of texts. */
export interface ComparedTexts {
  /** Names the pair and the engine; the same key has the same bytes for ever. */
  readonly key: string
  readonly comparison: () => Comparison
  readonly json: Buffer
}

/** Compares texts of versions as they were frozen; what was compared is kept as long as there is room. */
export function createComparisons(): (from: ArchivedText, to: ArchivedText) => ComparedTexts {
  const kept = new LRUCache<string, ComparedTexts>({maxSize: MOST_BYTES, sizeCalculation: ({json}) => json.length + 1})
  return (from, to) => {
    const key = `${from.treeSha256.slice(0, 32)}.${to.treeSha256.slice(0, 32)}.${from.sourceSha256.slice(0, 8)}${to.sourceSha256.slice(0, 8)}.${from.version.manifest.version}.${to.version.manifest.version}.${to.locale}.${DIFF_ENGINE}`
    const known = kept.get(key)
    if (known) return known
    const comparison = () => compare(from, to)
    const json = Buffer.from(JSON.stringify(toDiffDocument(comparison().diff)))
    const compared = {key: key.replace(/[^\w.-]/g, '_'), comparison, json}
    kept.set(key, compared)
    return compared
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
