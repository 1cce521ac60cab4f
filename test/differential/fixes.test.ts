import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogFor, lifetimesOf } from '../../server/src/core/directives/catalog.js';
import { RULES } from '../../server/src/core/rules/index.js';
import { createService } from '../../server/src/core/service.js';
import { type Fixture, fixturesOf, RULE_FIXTURES, splitAnnotations, virtualPathOf } from '../support/fixtures.js';
import { openRealServer, type RealServer, type Trial } from '../support/real-server.js';
import { describeWithServer, SERVER_UNDER_TEST } from '../support/with-real-server.js';
import { openSandbox, type Sandbox } from './sandbox.js';

const SERVICE = createService();
/** A bad fixture that no server of this version starts with proves nothing. */
const LEAST_PROVEN_SHARE = 0.5;
const PARALLEL = 3;

interface FixedFile {
  readonly fixture: Fixture;
  readonly name: string;
  readonly text: string;
}

interface Proof {
  readonly rule: string;
  /** Undefined: the server did not start with the bad file either. */
  readonly refusal: string | undefined;
  readonly isProven: boolean;
}

describeWithServer('fixes, on a real server', (server) => {
  it('leave a file startable that was so before', async () => {
    const files = RULES.flatMap((rule) => fixturesOf(rule.id)).flatMap(fixedFilesOf);
    const proofs = await proveAll(files.filter((file) => isForServer(file, server())));
    assert.deepEqual(
      proofs.filter(({ refusal }) => refusal !== undefined).map(({ refusal }) => refusal),
      [],
    );
    const rules = new Set(proofs.map(({ rule }) => rule));
    const proven = new Set(proofs.filter(({ isProven }) => isProven).map(({ rule }) => rule));
    const share = proven.size / rules.size;
    assert.ok(share >= LEAST_PROVEN_SHARE, `only ${proven.size} of ${rules.size} rules with fixes are proven`);
  });
});

function fixedFilesOf(fixture: Fixture): readonly FixedFile[] {
  const folder = path.dirname(fixture.fullPath);
  const [, stem = '', extension = ''] = /^(.*)(\.(?:conf|acl).*)$/.exec(fixture.name) ?? [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${stem}.fixed`) && name.endsWith(extension))
    .map((name) => ({ fixture, name, text: readFileSync(path.join(folder, name), 'utf8') }));
}

/** A fix for another version may write what this server doesn't know. */
function isForServer({ fixture, text }: FixedFile, { target }: RealServer): boolean {
  const { target: choice } = SERVICE.load({ path: virtualPathOf(fixture.name), file: SERVICE.parse(fixture.text) });
  const catalog = catalogFor(target);
  const isKnown = (key: string) => catalog.lookup(key) !== undefined || lifetimesOf(key) === undefined;
  const keys = SERVICE.parse(text).lines.flatMap((line) => (line.kind === 'directive' ? [line.key] : []));
  return keys.every(isKnown) || sameMinor(choice.value, target);
}

const sameMinor = (a: RealServer['target'], b: RealServer['target']): boolean =>
  a.product === b.product && a.version.major === b.version.major && a.version.minor === b.version.minor;

async function proveAll(files: readonly FixedFile[]): Promise<readonly Proof[]> {
  const sandbox = openSandbox();
  const servers = await Promise.all(Array.from({ length: PARALLEL }, () => openRealServer(SERVER_UNDER_TEST)));
  const proofs: Proof[] = [];
  const queue = files.values();
  try {
    await Promise.all(
      servers.map(async (server) => {
        for (const file of queue) proofs.push(await prove(file, server, sandbox));
      }),
    );
  } finally {
    await Promise.all(servers.map((server) => server.close()));
    sandbox.remove();
  }
  return proofs;
}

async function prove({ fixture, name, text }: FixedFile, server: RealServer, sandbox: Sandbox): Promise<Proof> {
  const { rule } = fixture;
  const bad = await server.run(trialOf(fixture, fixture.text, sandbox));
  if (!bad.isStartable) return { rule, refusal: undefined, isProven: false };
  const fixed = await server.run(trialOf(fixture, text, sandbox));
  const refusal = fixed.isStartable ? undefined : `${rule}/${name}: line ${fixed.line}: ${fixed.error}`;
  return { rule, refusal, isProven: fixed.isStartable };
}

function trialOf(fixture: Fixture, text: string, sandbox: Sandbox): Trial {
  const { dialect } = SERVICE.lint({ path: virtualPathOf(fixture.name), file: SERVICE.parse(text) });
  const files = companionsOf(fixture);
  const bytes = asBytes(text);
  if (dialect === 'acl') return { text: 'aclfile users.acl\n', files: { ...files, 'users.acl': bytes } };
  const isSentinel = dialect === 'sentinel';
  return { text: sandbox.moveInto(bytes), fileName: isSentinel ? 'sentinel.conf' : 'redis.conf', files, isSentinel };
}

/** The files that fixtures of the rule include. */
function companionsOf({ fullPath }: Fixture): Readonly<Record<string, string>> {
  const folder = path.dirname(fullPath);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(conf|acl)$/.test(name));
  return Object.fromEntries(
    names.map((name) => [
      name,
      asBytes(splitAnnotations(readFileSync(path.join(RULE_FIXTURES, path.basename(folder), name), 'utf8')).text),
    ]),
  );
}

const asBytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
