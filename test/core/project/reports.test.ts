import assert from 'node:assert/strict';
import { projectOf } from '../../../server/src/core/project/project.js';
import { type FileReport, reportsByFile, rootResultOf } from '../../../server/src/core/project/reports.js';
import type { LintResult } from '../../../server/src/core/service.js';
import { filesInMemory } from '../../support/files-in-memory.js';
import { keepingService } from '../../support/keeping-service.js';

type Files = Readonly<Record<string, string>>;

const service = keepingService();

function judge(files: Files, name: string): LintResult {
  const path = `/w/${name}`;
  const reader = filesInMemory(Object.fromEntries(Object.entries(files).map(([other, text]) => [`/w/${other}`, text])));
  return service.lint({ path, file: service.parse(files[name] ?? ''), root: '/w', reader });
}

function reports(files: Files, ...roots: readonly string[]): readonly FileReport[] {
  const results = roots.map((name) => judge(files, name));
  const members = results.map(({ deployment, config }) => ({
    deployment,
    sources: config.files.map(({ path }) => path),
  }));
  return projectOf(members).reports(results.map(rootResultOf));
}

const SAFE = 'bind 127.0.0.1\n';

describe('the reports on the files of a project', () => {
  const cases: readonly (readonly [
    what: string,
    files: Files,
    roots: readonly string[],
    expected: readonly string[],
  ])[] = [
    [
      'tell of a mistake where it stands',
      { 'redis.conf': `${SAFE}include net.conf\n`, 'net.conf': 'maxmemroy 1gb\n' },
      ['redis.conf'],
      ['/w/redis.conf by /w/redis.conf: no', '/w/net.conf by /w/redis.conf: no syntax-unknown-directive:0'],
    ],
    [
      'tell once of what two configurations include',
      { 'a.conf': `${SAFE}include c.conf\n`, 'b.conf': `${SAFE}include c.conf\n`, 'c.conf': 'maxmemroy 1gb\n' },
      ['a.conf', 'b.conf', 'c.conf'],
      [
        '/w/a.conf by /w/a.conf: no',
        '/w/c.conf by /w/a.conf /w/b.conf: no syntax-unknown-directive:0',
        '/w/b.conf by /w/b.conf: no',
      ],
    ],
    [
      'tell of users in the list that holds them',
      { 'redis.conf': `${SAFE}aclfile /w/users.list\n`, 'users.list': 'user default off\nuser a on nosuchrule\n' },
      ['users.list', 'redis.conf'],
      ['/w/redis.conf by /w/redis.conf: no', '/w/users.list by /w/redis.conf: no acl-syntax:1'],
    ],
    [
      'know what a start hangs on',
      { 'redis.conf': `${SAFE}include /nowhere/else/x.conf\n` },
      ['redis.conf'],
      ['/w/redis.conf by /w/redis.conf: unknown'],
    ],
  ];
  for (const [what, files, roots, expected] of cases) {
    it(what, () => {
      const about = ['syntax-unknown-directive', 'acl-syntax'];
      const found = reports(files, ...roots).map(({ source, deployments, starts, findings }) =>
        [
          `${source} by ${deployments.join(' ')}: ${starts}`,
          ...findings.filter(({ rule }) => about.includes(rule)).map(({ rule, at }) => `${rule}:${at.line}`),
        ].join(' '),
      );
      assert.deepEqual(found, expected);
    });
  }

  it('are as severe as the configuration in which it is worst', () => {
    const [first] = [judge({ 'a.conf': 'maxmemroy 1gb\n' }, 'a.conf')].map(rootResultOf);
    assert.ok(first);
    const milder = first.findings.map((finding) => ({ ...finding, severity: 'hint' as const }));
    const both = reportsByFile([{ ...first, findings: milder }, first, { ...first, findings: milder }]);
    assert.deepEqual(
      both.flatMap(({ findings }) => findings.map(({ rule, severity }) => [rule, severity])),
      first.findings.map(({ rule, severity }) => [rule, severity]),
    );
  });

  it('leave out what is judged as a part of another', () => {
    const files = { 'a.conf': `${SAFE}include b.conf\n`, 'b.conf': 'protected-mode no\n' };
    assert.deepEqual(
      reports(files, 'b.conf', 'a.conf').map(({ source, deployments }) => [source, deployments]),
      [
        ['/w/a.conf', ['/w/a.conf']],
        ['/w/b.conf', ['/w/a.conf']],
      ],
    );
  });
});
