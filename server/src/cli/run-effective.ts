import { aclListOf } from '../core/answers/acl-list.js';
import { effectiveValues } from '../core/answers/effective.js';
import type { ResolvedConfiguration } from '../core/config/resolved-configuration.js';
import { describeUnread } from '../core/config/unread.js';
import { targetId } from '../core/directives/target.js';
import { createLoadCache, type Service } from '../core/service.js';
import { printable } from '../core/text/printable.js';
import type { Arguments } from './args.js';
import { kindToReadAs } from './document-files.js';
import type { ExitCode, Host } from './host.js';
import { readInputs } from './inputs.js';
import { requestFor, textFor } from './lint-files.js';
import { corePath, createProjectFiles } from './project-files.js';
import { mistakesOf } from './project-mistakes.js';
import type { Failure } from './report.js';
import { type EffectiveFile, effectiveAsJson, effectiveAsText, usersAsText } from './show-effective.js';
import { paintFor } from './terminal.js';
import { TOOL } from './tool.js';
import { writeOutput } from './write-output.js';

const NO_CONFIGURATION = '--effective reads configurations, not documents that start servers';

/** --effective: what is in force when every file was read. With --as acl: the users, as ACL LIST prints them. */
export function runEffective(service: Service, args: Arguments, host: Host): ExitCode {
  const { paths, overlay, failures, showPath, isNamed } = readInputs(args, host);
  const showsUsers = args.as === 'acl' && args.format === 'text';
  const settings = {
    target: args.target,
    // `--as acl` may also ask for the users of a redis.conf, which has none when it is read as an ACL file.
    as: showsUsers ? undefined : args.as,
    options: {},
    followsOutside: args.followsOutside,
    showPath,
    isNamed,
    currentFolder: corePath('.', host.cwd),
  };
  const run = { files: createProjectFiles(overlay, args.followsOutside), cache: createLoadCache() };
  const allFailures: Failure[] = [...failures];
  const unread: Failure[] = [];
  const files: EffectiveFile[] = [];
  for (const path of paths) {
    const text = textFor(path, settings, run);
    if ('reason' in text) {
      allFailures.push(text);
      continue;
    }
    if (kindToReadAs(path, text.text, settings.as) !== undefined) {
      allFailures.push({ path: showPath(path), reason: NO_CONFIGURATION });
      continue;
    }
    const request = requestFor(service, path, text, settings, run);
    const {
      config,
      deployment: { target },
      project,
    } = service.load(request);
    files.push(fileOf(config, showPath(path), targetId(target.value)));
    allFailures.push(...mistakesOf(project, showPath));
    unread.push(...config.unread.map((file) => ({ path: showPath(file.path), reason: describeUnread(file) })));
  }
  const context = { showPath, showsSecrets: args.showSecrets, paint: paintFor(args, host) };
  const show = showsUsers ? usersAsText : args.format === 'json' ? effectiveAsJson : effectiveAsText;
  writeOutput(args.output, show(files, context), host);
  for (const { path, reason } of [...allFailures, ...unread]) {
    host.writeError(`${TOOL.name}: ${printable(`${path}: ${reason}`)}\n`);
  }
  return allFailures.length > 0 ? 2 : 0;
}

function fileOf(config: ResolvedConfiguration, path: string, target: string): EffectiveFile {
  return { path, dialect: config.dialect, target, values: effectiveValues(config), users: aclListOf(config) };
}
