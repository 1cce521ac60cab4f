import type { ResolvedConfiguration } from '../core/config/resolved-configuration.js';
import { DIRECTIVE_NAMES } from '../core/directives/catalog.js';
import type { ShownValue } from './show-effective.js';

/** Every setting of the target that CONFIG GET knows, by name; values as they are written. */
export function effectiveValues(config: ResolvedConfiguration): readonly ShownValue[] {
  return DIRECTIVE_NAMES.flatMap((name): readonly ShownValue[] => {
    const directive = config.catalog.directive(name);
    const setting = config.setting(name);
    if (!directive || !setting || directive.isIgnored || directive.default === null) return [];
    return [
      {
        name: config.catalog.preferredSpelling(name),
        value: setting.isKnown ? setting.values.join(' ') : undefined,
        from: setting.from,
        isSecret: directive.facts.sensitive === true,
      },
    ];
  }).sort((a, b) => (a.name < b.name ? -1 : 1));
}
