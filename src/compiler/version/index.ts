/** What a published version is: manifest, canonical tree, states. Hashing itself and files are for the layers outside. */
export {canonicalJson} from './canonical-json.ts'
export {canonicalTree, TREE_ENGINE} from './canonical-tree.ts'
export {type Manifest, manifestSchema} from './manifest.ts'
export {NAME_PATTERN} from './schema-parts.ts'
export type {Version} from './version.ts'
export {type Withdrawal, withdrawalSchema} from './withdrawal.ts'
