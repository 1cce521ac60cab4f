import path from 'node:path';
import { JSON_SCHEMA, jsonDocument, stockConfiguration } from './documents.js';
import type { Candidate } from './session.js';

/** The repository, seen from out/bench. */
export const ROOT = path.resolve(__dirname, '../..');
export const PEER = path.join(
  ROOT,
  'out/bench-peer/node_modules/vscode-langservers-extracted/bin/vscode-json-language-server',
);

const node = (script: string, ...args: readonly string[]) => [process.execPath, path.resolve(ROOT, script), ...args];
const redis = { languageId: 'redis-conf', extension: 'conf', document: stockConfiguration };
export const OURS: Candidate = { name: 'redis-conf-lint', command: node('dist/server.js', '--stdio'), ...redis };
export const ECHO: Candidate = { name: 'echo', command: node('out/bench/echo.js'), ...redis };
export const JSON_SERVER: Candidate = {
  name: 'JSON',
  command: node(PEER, '--stdio'),
  languageId: 'json',
  extension: 'json',
  document: jsonDocument,
  settings: { json: { validate: { enable: true }, schemas: [{ fileMatch: ['*.json'], schema: JSON_SCHEMA }] } },
};
