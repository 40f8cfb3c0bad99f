import {ImportedXmlComponent} from 'docx'

/** Names of bookmarks by anchor, as Word allows them: a letter first, then letters, digits and `_`, at most 40, each once. */
export function bookmarkNames(): (anchor: string) => {readonly start: ImportedXmlComponent; readonly end: ImportedXmlComponent} {
  const taken = new Set<string>()
  return (anchor) => {
    const base = anchor.replace(/[^A-Za-z0-9]/g, '_').slice(0, 34)
    let name = base
    for (let number = 2; taken.has(name); number += 1) name = `${base}_${number}`
    taken.add(name)
    const id = String(FIRST_ID + taken.size)
    return {
      start: new ImportedXmlComponent('w:bookmarkStart', {'w:id': id, 'w:name': name}),
      end: new ImportedXmlComponent('w:bookmarkEnd', {'w:id': id}),
    }
  }
}

/** Word counts bookmarks and tracked changes together; these begin far above those. */
const FIRST_ID = 10_000_000
