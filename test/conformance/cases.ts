import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/fixtures.js';

/** The servers that the cases were run on; Debian's build of 7.0.15 stands beside upstream's. */
export const SERVERS = [
  'redis-6.2.16',
  'redis-7.0.15',
  'debian-redis-7.0.15',
  'redis-7.2.6',
  'redis-7.4.1',
  'redis-8.0.2',
  'redis-8.0.6',
  'redis-8.6.3',
  'valkey-7.2.7',
  'valkey-8.0.1',
  'valkey-8.1.1',
  'valkey-9.1.2',
] as const;

export type Server = (typeof SERVERS)[number];

/** A small configuration and what each server made of it. */
export interface Case {
  readonly id: string;
  readonly cat: string;
  readonly text?: string;
  /** Where it is no text in UTF-8. */
  readonly text_b64?: string;
  /** Further files beside it, by name. */
  readonly files?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly sentinel?: boolean;
  /** ACL LIST was read. */
  readonly acl?: boolean;
  /** Whom the asker was logged in as, with the password; left out of `acl`. */
  readonly auth?: readonly [string, string];
  /** Names read with CONFIG GET. */
  readonly get?: readonly string[];
  /** Why the outcome depends on the host or the build: it doesn't count. */
  readonly env?: string;
  readonly verdicts: readonly Verdict[];
}

/** Of some servers, or of all where none is named. */
export interface Verdict {
  readonly servers?: readonly Server[];
  readonly ok: boolean;
  readonly stage?: 'config' | 'startup' | 'crash';
  /** From 1. */
  readonly line?: number;
  /** Of the one name in `get`; null: CONFIG GET has no such name. */
  readonly value?: string | null | { readonly error: string };
  readonly values?: Readonly<Record<string, string | null | { readonly error: string }>>;
  /** What ACL LIST printed. */
  readonly acl?: readonly string[];
}

export function readCases(): readonly Case[] {
  const file = path.join(ROOT, 'test/conformance/data/cases.jsonl');
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Case);
}

export function verdictOf({ verdicts }: Case, server: Server): Verdict | undefined {
  return verdicts.find(({ servers }) => servers === undefined || servers.includes(server));
}
