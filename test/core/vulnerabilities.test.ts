import assert from 'node:assert/strict';
import { type Product, parseTarget } from '../../server/src/core/directives/target.js';
import { VULNERABILITIES, type Vulnerability } from '../../server/src/core/directives/vulnerabilities.js';
import { openVulnerabilities } from '../../server/src/core/rules/building-blocks/open-vulnerabilities.js';
import { createService } from '../../server/src/core/service.js';

const service = createService();

/** The vulnerabilities that are open for a target's configuration. */
function openIn(text: string, target: string): readonly string[] {
  const { config } = service.load({
    path: '/etc/redis/redis.conf',
    file: service.parse(text),
    target: parseTarget(target),
  });
  return openVulnerabilities(config).map(({ vulnerability }) => vulnerability.id);
}

/** The release before a fixed one, and the fixed one: `redis-7.4.5`, `redis-7.4.6`. */
function releasesAround(product: Product, fixed: string): readonly [string, string] {
  const [line, patch] = [fixed.slice(0, fixed.lastIndexOf('.')), Number(fixed.slice(fixed.lastIndexOf('.') + 1))];
  return [`${product}-${line}.${patch - 1}`, `${product}-${fixed}`];
}

/** A configuration in which everything that a vulnerability needs is there. */
function exposed({ onlyIfSetting, onlyIfSet, unlessSetting }: Vulnerability): string {
  const lines = ['bind 10.0.0.5', 'requirepass 3f6c1b0d5e8a49727c1d0b9e6f3a5c28'];
  if (onlyIfSetting) lines.push(`${onlyIfSetting.name} ${onlyIfSetting.value}`);
  if (onlyIfSet) lines.push(`${onlyIfSet} /run/redis/redis.sock`);
  if (unlessSetting) lines.push(`${unlessSetting.name} ${{ '0': '5%', yes: 'no' }[unlessSetting.value] ?? '?'}`);
  return `${lines.join('\n')}\n`;
}

/** The ways in which a configuration closes it: each alone is enough. */
function mitigations(vulnerability: Vulnerability): readonly string[] {
  const { commands, network, unlessSetting, onlyIfSetting, onlyIfSet } = vulnerability;
  const exposedText = exposed(vulnerability);
  const denied = commands?.map((command) => `-${command.split('|')[0]}`).join(' ');
  return [
    ...(denied ? [`${exposedText.replace(/^requirepass.*\n/m, '')}user default on >x ~* &* +@all ${denied}\n`] : []),
    ...(network ? [exposedText.replace('bind 10.0.0.5', 'bind 127.0.0.1')] : []),
    ...(unlessSetting ? [`${exposedText}${unlessSetting.name} ${unlessSetting.value}\n`] : []),
    ...(onlyIfSetting ? [exposedText.replace(`${onlyIfSetting.name} ${onlyIfSetting.value}\n`, '')] : []),
    ...(onlyIfSet ? [exposedText.replace(/^unixsocket.*\n/m, '')] : []),
  ];
}

for (const vulnerability of VULNERABILITIES) {
  describe(`${vulnerability.id} (${vulnerability.what})`, () => {
    for (const product of ['redis', 'valkey'] as const) {
      for (const fixed of vulnerability.fixed[product] ?? []) {
        const [before, after] = releasesAround(product, fixed);
        it(`is open in ${before} and closed in ${after}`, () => {
          assert.ok(openIn(exposed(vulnerability), before).includes(vulnerability.id));
          assert.ok(!openIn(exposed(vulnerability), after).includes(vulnerability.id));
        });
        mitigations(vulnerability).forEach((text, index) => {
          if (text.includes('user default') && /-[1-5]\./.test(before)) return;
          it(`is closed in ${before} by what the file says (${index + 1})`, () =>
            assert.ok(!openIn(text, before).includes(vulnerability.id), text));
        });
      }
    }
  });
}
