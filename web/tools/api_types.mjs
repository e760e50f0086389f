// Writes TypeScript types from the schemas of docs/openapi.json, so that pages can use no key the
// document does not promise. With --check it writes nothing and fails when the file is out of date.
import { readFileSync, writeFileSync } from 'node:fs';

const [documentPath, typesPath, mode] = process.argv.slice(2);
const { components } = JSON.parse(readFileSync(documentPath, 'utf8'));
const nameOf = (ref) => ref.split('/').at(-1);
const words = { string: 'string', integer: 'number', number: 'number', boolean: 'boolean', null: 'null' };

function typeOf(schema, indent) {
  if (schema.$ref) return nameOf(schema.$ref);
  if (schema.anyOf) return schema.anyOf.map((s) => typeOf(s, indent)).join(' | ');
  if (schema.enum) return schema.enum.map((v) => JSON.stringify(v)).join(' | ');
  if (Array.isArray(schema.type)) {
    return schema.type.map((type) => typeOf({ ...schema, type }, indent)).join(' | ');
  }
  if (schema.type === 'array') return `Array<${typeOf(schema.items, indent)}>`;
  if (schema.type === 'object') return objectOf(schema, indent);
  if (words[schema.type]) return words[schema.type];
  throw new Error(`api_types: a schema of this form is not handled: ${JSON.stringify(schema)}`);
}

function objectOf(schema, indent) {
  const inner = `${indent}  `;
  if (!schema.properties && schema.additionalProperties) {
    return `Record<string, ${typeOf(schema.additionalProperties, indent)}>`;
  }
  const lines = Object.entries(schema.properties ?? {}).map(([key, value]) => {
    const optional = (schema.required ?? []).includes(key) ? '' : '?';
    const comment = value.description ? `${inner}/** ${value.description} */\n` : '';
    return `${comment}${inner}${key}${optional}: ${typeOf(value, inner)};`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

const text = ['// Generated from docs/openapi.json by `npm run api`. Do not edit.', '']
  .concat(Object.entries(components.schemas).map(([name, schema]) => {
    const comment = schema.description ? `/** ${schema.description} */\n` : '';
    return `${comment}export type ${name} = ${typeOf(schema, '')};\n`;
  }))
  .join('\n');

if (mode === '--check') {
  if (readFileSync(typesPath, 'utf8') !== text) {
    console.error(`${typesPath} is out of date: run "npm run api" in web/ and commit it.`);
    process.exit(1);
  }
} else {
  writeFileSync(typesPath, text);
}
