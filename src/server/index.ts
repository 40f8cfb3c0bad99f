/** The HTTP API over published texts and consents. */
export {createServer, type ServerOptions} from './create-server.ts'
export {createRenditions, type RenditionSource} from './renditions.ts'
export type {Caller, ServerServices, Signing} from './server-services.ts'
export {type RunningServer, startServer} from './start-server.ts'
