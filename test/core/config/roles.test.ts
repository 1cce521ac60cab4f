import assert from 'node:assert/strict';
import type { FileReader } from '../../../server/src/core/config/file-reader.js';
import { parseTarget } from '../../../server/src/core/directives/target.js';
import { createService } from '../../../server/src/core/service.js';

const service = createService();

interface Files {
  readonly configuration: string;
  readonly users?: string;
}

function lint({ configuration, users }: Files, id: string) {
  const target = parseTarget(id);
  assert.ok(target, id);
  const reader: FileReader = {
    readFile: () => (users === undefined ? { status: 'missing' } : { status: 'found', text: users }),
    listFolder: () => ({ status: 'missing' }),
  };
  return service.lint({ path: '/etc/valkey.conf', file: service.parse(configuration), reader, target });
}

const DEFAULT = 'user default on >3f6c1b0d5e8a49727c1d0b9e6f3a5c28 ~* &* +@all -@dangerous\n';

/** Roles of Valkey 9.2 allow what no rule of their users takes away, so that such users are unknown. */
describe('users of a file with roles', () => {
  const withRoles: readonly (readonly [what: string, files: Files])[] = [
    ['a line that declares one', { configuration: `role reader ~* +@read\n${DEFAULT}` }],
    ['a rule with an equals sign', { configuration: DEFAULT.replace('~*', 'role=reader ~*') }],
    ['a rule with a colon', { configuration: DEFAULT.replace('~*', 'role:reader,writer ~*') }],
    ['a line of the ACL file', { configuration: 'aclfile users.acl\n', users: `role reader ~* +@read\n${DEFAULT}` }],
    [
      'a rule in the ACL file',
      { configuration: 'aclfile users.acl\n', users: DEFAULT.replace('~*', 'role:reader ~*') },
    ],
  ];
  for (const [what, files] of withRoles) {
    it(`are unknown for ${what}`, () => {
      const { config, findings } = lint(files, 'valkey-9.2');
      assert.equal(config.defaultUser.state, 'unknown');
      assert.deepEqual(
        findings.filter(({ rule }) => /^(?:acl|syntax|version)-/.test(rule)).map(({ message }) => message),
        [],
      );
    });
    it(`do not exist before Valkey 9.2: ${what}`, () => assert.equal(lint(files, 'valkey-9.1').verdict.starts, 'no'));
  }

  it('are known where there are none', () =>
    assert.equal(lint({ configuration: DEFAULT }, 'valkey-9.2').config.defaultUser.state, 'password'));
});
