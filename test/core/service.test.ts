import assert from 'node:assert/strict';
import type { FileReader } from '../../server/src/core/config/file-reader.js';
import { createService, type LintRequest, parseTarget } from '../../server/src/core/service.js';

const PROJECT = '/srv/.redis-conf-lint.json';

function lint(text: string, project: object | undefined, request: Partial<LintRequest> = {}) {
  const reader: FileReader = {
    readFile: (path) =>
      path === PROJECT && project ? { status: 'found', text: JSON.stringify(project) } : { status: 'missing' },
    listFolder: () => ({ status: 'missing' }),
  };
  const service = createService();
  return service.lint({ path: '/srv/redis.conf', file: service.parse(text), reader, ...request });
}

const severityOf = ({ findings }: ReturnType<typeof lint>, rule: string) =>
  findings.find((finding) => finding.rule === rule)?.severity;

describe("the project's configuration file", () => {
  const open = 'bind 0.0.0.0\nprotected-mode no\n';
  const hint = { rules: { 'net-protected-mode-off': 'hint' } };

  it('sets severities', () => assert.equal(severityOf(lint(open, hint), 'net-protected-mode-off'), 'hint'));

  it('loses against the command line', () => {
    const result = lint(open, hint, { options: { severities: { 'net-protected-mode-off': 'warning' } } });
    assert.equal(severityOf(result, 'net-protected-mode-off'), 'warning');
  });

  it('wins over the settings of an editor, so that everybody sees what CI sees', () => {
    const defaults = {
      target: parseTarget('redis-6.2'),
      options: { severities: { 'net-protected-mode-off': 'off' } },
    } as const;
    const result = lint(open, { ...hint, target: 'redis-7.2' }, { defaults });
    assert.equal(severityOf(result, 'net-protected-mode-off'), 'hint');
    assert.deepEqual([result.deployment.target.by, result.deployment.target.value.version.major], ['project', 7]);
  });

  it('wins over what a comment says of the use', () => {
    const isStore = '# redis-conf-lint-role store\nsave ""\n';
    assert.equal(severityOf(lint(isStore, undefined), 'persist-disabled'), 'warning');
    assert.equal(severityOf(lint(isStore, { role: 'cache' }), 'persist-disabled'), undefined);
  });

  it('can leave files out', () => assert.deepEqual(lint(open, { ignore: ['redis.conf'] }).findings, []));

  it('names directives that a module or a fork brings', () => {
    assert.equal(severityOf(lint('flash-path /x\n', {}), 'syntax-unknown-directive'), 'error');
    assert.equal(
      severityOf(lint('flash-path /x\n', { knownDirectives: ['Flash-Path'] }), 'syntax-unknown-directive'),
      undefined,
    );
  });
});
