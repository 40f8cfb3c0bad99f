import {type TSchema, TypeBoxValidatorCompiler} from '@fastify/type-provider-typebox'
import type {FastifySchemaCompiler} from 'fastify'
import {Compile} from 'typebox/compile'

/**
 * Compiles the check of a part of requests. Addresses and queries are text, so that only a schema with something other than text needs
 * its values converted first; that costs far more than the check.
 */
export const compileValidator: FastifySchemaCompiler<TSchema> = (route) => {
  if (route.httpPart === 'body' || !isAllText(route.schema)) return TypeBoxValidatorCompiler(route)
  const check = Compile(route.schema)
  const checkOrTell = TypeBoxValidatorCompiler(route)
  return (value: unknown) => (check.Check(value) ? {value} : checkOrTell(value))
}

function isAllText(schema: TSchema): boolean {
  return !/"type":"(?:integer|number|boolean|null|array|object)"/.test(JSON.stringify('properties' in schema ? schema.properties : schema))
}
