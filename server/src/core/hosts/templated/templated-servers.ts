import type { OffsetSpan } from '../../text/mapped-text.js';
import type { HostDocument } from '../host-document.js';
import type { HostedServer } from '../host-reading.js';
import { hostedText, saysSomething } from '../hosted-text.js';
import { loneServer } from '../lone-server.js';
import { dialectOfText } from '../recognised-text.js';
import type { Untold } from '../yaml/yaml-tree.js';
import { templateTags } from './template-tags.js';
import { templatedBlocks } from './templated-blocks.js';

/** A tag at the very beginning of a line: what stands in a block of YAML is indented. */
const CERTAIN = /^(?:\{\{|\{%)/m;

/** Whether a text is no YAML before a template engine has read it, which need not be tried. */
export function isSurelyTemplate(text: string): boolean {
  return CERTAIN.test(text);
}

/** Whether a text is no YAML because a template engine has not read it yet. */
export function isTemplate(text: string, problem: Untold | undefined): boolean {
  return problem === 'not-valid' && templateTags(text).length > 0;
}

/** The configurations in a template: nothing but blocks that are some is looked at. */
export function serversInTemplate(document: HostDocument, at: OffsetSpan): readonly HostedServer[] {
  const holder = /^kind: *Secret\b/m.test(document.text.slice(at.start, at.end)) ? 'secret' : 'public';
  return templatedBlocks(document.text, at).flatMap(({ key, keyAt, text }) => {
    const id = `${key}@${document.locationOf(keyAt).line + 1}`;
    const found = hostedText({ document, id, text, anchor: keyAt, dialect: undefined, holder });
    const dialect = dialectOfText(key, found.text.text);
    if (dialect === undefined || !saysSomething(found)) return [];
    return [loneServer({ kind: document.kind, name: key, published: 'cluster', text: { ...found, dialect } })];
  });
}
